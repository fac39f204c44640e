import { commands } from '#src/grammar/keys.ts';
import type { Tier } from '#src/access/access-config.ts';
import type { Edges } from '#src/answer.ts';
import { makeShowBoard } from '#src/bot/playground/show-board.ts';
import { makeLocalReceiver } from '#src/edges/slack/local/local-receiver.ts';
import { makeLocalSlack } from '#src/edges/slack/local/make-local-slack.ts';
import { servePage } from '#src/edges/slack/local/page/serve-page.ts';
import { foundTown } from '#src/edges/slack/local/town.ts';
import { makeWorkspace } from '#src/edges/slack/local/workspace.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';

const tier = (level: string, more: Partial<Tier> = {}): Tier => ({
  commands: [...commands],
  level,
  areas: 'all',
  modes: 'all',
  guests: 'refuse',
  ...more,
});

/** Tiers of the invented country, each with a channel of the local page. */
const tiers = {
  countries: tier('country', { commands: ['trend', 'compare', 'method'] }),
  regions: tier('region'),
  districts: tier('district'),
};

/** The channels of the local page. */
export const channels = {
  countries: 'C0TIER0',
  regions: 'C0TIER1',
  districts: 'C0TIER2',
  shared: 'C0PARTNERS',
  unset: 'C0CANTEEN',
} as const;

/** The local page at work over the tiny release. `get`: what it answers an analyst who looks from a channel. `reports`: what the operator was told. */
export type OpenBoard = {
  readonly edges: Edges;
  readonly url: string;
  readonly reports: readonly unknown[];
  address(channel: string, more?: string, path?: string): string;
  get(channel: string, more?: string, path?: string): Promise<Response>;
  close(): Promise<void>;
};

/** Serves it. Close it. */
export async function openBoard(): Promise<OpenBoard> {
  const tiny = await makeTinyEdges();
  const { edges } = tiny;
  const town = foundTown(tiers);
  const workspace = makeWorkspace(town, () => new Date());
  const release = {
    current: () => edges,
    look: () => Promise.resolve(false),
    close: () => Promise.resolve(),
  };
  const slack = makeLocalSlack(workspace);
  const reports: unknown[] = [];
  const page = await servePage(
    {
      workspace,
      receiver: makeLocalReceiver(workspace),
      board: makeShowBoard({ release, slack, access: town.access }),
      vocabulary: () => edges.desk.vocabulary,
      report: (fault) => {
        reports.push(fault);
        return '7F3A';
      },
    },
    0,
  );
  const address = (channel: string, more = '', path = '/board'): string =>
    `${page.url}${path}?as=U0ANALYST&in=${channel}${more}`;
  return {
    edges,
    url: page.url,
    reports,
    address,
    get: (...where) => fetch(address(...where)),
    close: async () => {
      await page.stop();
      await tiny.close();
    },
  };
}
