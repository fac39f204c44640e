import { openOffice } from '#src/bot/open-office.ts';
import { makeShowBoard } from '#src/bot/playground/show-board.ts';
import { usualPace } from '#src/bot/run-office.ts';
import { makeLocalApp } from '#src/edges/slack/local/make-local-app.ts';
import { makeLocalSlack } from '#src/edges/slack/local/make-local-slack.ts';
import { servePage } from '#src/edges/slack/local/page/serve-page.ts';
import { foundTown } from '#src/edges/slack/local/town.ts';
import { makeWorkspace } from '#src/edges/slack/local/workspace.ts';
import { openScratch } from '#src/edges/store/open-scratch.ts';
import type { Served } from '#src/http/serve.ts';
import type { Slack } from '#src/slack-port.ts';
import { openTwoReleases } from '#test/bot/two-releases.ts';
import { tiers } from './open-playground.ts';

/** The page at work where something can be made to happen. `reports`: what the operator was told. */
export type Eventful = Served & {
  readonly reports: readonly unknown[];
  /** A newer release goes live. */
  renew(): void;
  /** The next answer is not posted, and nobody hears that it was not. */
  loseNextAnswer(): void;
};

const clock = () => new Date();
const pace = { ...usualPace, idleMs: 150, apartMs: 20, lookMs: 50, offerMs: 20 };

/** Opens it. Stop it. */
export async function openEventful(): Promise<Eventful> {
  const releases = await openTwoReleases();
  const release = await releases.watch();
  const reports: unknown[] = [];
  const report = (fault: unknown): string => {
    reports.push(fault);
    return '7F3A';
  };
  const { access, ...town } = foundTown(tiers);
  const workspace = makeWorkspace({ ...town, access }, clock);
  const { slack, loseNextAnswer } = makeForgetful(makeLocalSlack(workspace));
  const scratch = await openScratch();
  const doors = { release, slack, access, clock, report };
  const office = await openOffice(scratch.place, doors, report, pace);
  const receiver = makeLocalApp(workspace, { office, report, clock });
  const board = makeShowBoard({ release, slack, access });
  const vocabulary = () => release.current()?.desk.vocabulary;
  const page = await servePage({ workspace, receiver, board, vocabulary, report }, 0);
  return {
    url: page.url,
    reports,
    renew: () => releases.pointAt('newer'),
    loseNextAnswer,
    stop: async () => {
      await page.stop();
      await office.stop();
      await scratch.remove();
      await releases.close();
    },
  };
}

/** A Slack that loses an answer when it is told to, as a line that breaks while it is posted would. */
function makeForgetful(slack: Slack): Pick<Eventful, 'loseNextAnswer'> & { readonly slack: Slack } {
  let isLosing = false;
  return {
    loseNextAnswer: () => {
      isLosing = true;
    },
    slack: {
      ...slack,
      post: async (to, post, thread) => {
        if (!isLosing || post.kind !== 'answer') return slack.post(to, post, thread);
        isLosing = false;
        return { kind: 'unknown', reason: 'timeout' };
      },
    },
  };
}
