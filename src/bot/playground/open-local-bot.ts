import type { AccessConfig } from '#src/access/access-config.ts';
import type { LocalReceiver } from '#src/edges/slack/local/local-receiver.ts';
import { makeLocalApp } from '#src/edges/slack/local/make-local-app.ts';
import { makeLocalSlack } from '#src/edges/slack/local/make-local-slack.ts';
import { foundTown } from '#src/edges/slack/local/town.ts';
import { makeWorkspace, type Workspace } from '#src/edges/slack/local/workspace.ts';
import { openScratch } from '#src/edges/store/open-scratch.ts';
import type { Slack } from '#src/slack-port.ts';
import type { LiveRelease } from '../live-release.ts';
import { openOffice } from '../open-office.ts';

/** `release`: what answers; closed with the bot. `tiers`: a channel is made up for each. `report`: takes a fault to the operator and returns its reference. */
export type LocalBotParts = {
  readonly release: LiveRelease;
  readonly tiers: AccessConfig['tiers'];
  readonly report: (fault: unknown) => string;
};

/** The bot in a workspace of this process. `receiver`: what people do there. `broken`: resolves with what ended a part of it for good. */
export type LocalBot = {
  readonly workspace: Workspace;
  readonly receiver: LocalReceiver;
  readonly slack: Slack;
  readonly broken: Promise<unknown>;
  readonly stop: () => Promise<void>;
};

const clock = () => new Date();

/** The same app and office as in Slack, in a workspace of made-up people and channels. What is said there is forgotten when it ends. Throws `StoreFault`. */
export async function openLocalBot({ release, tiers, report }: LocalBotParts): Promise<LocalBot> {
  const town = foundTown(tiers);
  const workspace = makeWorkspace(town, clock);
  const slack = makeLocalSlack(workspace);
  const broken = Promise.withResolvers<unknown>();
  const scratch = await openScratch();
  const doors = { release, slack, access: town.access, clock, report };
  const office = await openOffice(scratch.place, doors, broken.resolve);
  const receiver = makeLocalApp(workspace, { office, report, clock });
  return {
    workspace,
    receiver,
    slack,
    broken: broken.promise,
    stop: async () => {
      await office.stop();
      await scratch.remove();
    },
  };
}
