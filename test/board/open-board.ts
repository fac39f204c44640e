import { commands } from '#src/grammar/keys.ts';
import type { Tier } from '#src/access/access-config.ts';
import type { Edges } from '#src/answer.ts';
import { startPlayground } from '#src/bot/playground/start-playground.ts';
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

/** Opens it. Close it. */
export async function openBoard(): Promise<OpenBoard> {
  const tiny = await makeTinyEdges();
  const { edges } = tiny;
  const reports: unknown[] = [];
  const release = {
    current: () => edges,
    look: () => Promise.resolve(false),
    close: () => tiny.close(),
  };
  const report = (fault: unknown): string => {
    reports.push(fault);
    return '7F3A';
  };
  const playground = await startPlayground({ release, tiers, port: 0, report });
  const address = (channel: string, more = '', path = '/board'): string =>
    `${playground.url}${path}?as=U0ANALYST&in=${channel}${more}`;
  return {
    edges,
    url: playground.url,
    reports,
    address,
    get: (...where) => fetch(address(...where)),
    close: playground.stop,
  };
}
