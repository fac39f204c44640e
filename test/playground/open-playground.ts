import type { Tier } from '#src/access/access-config.ts';
import type { Edges } from '#src/answer.ts';
import { startPlayground, type Playground } from '#src/bot/playground/start-playground.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';

/** The page at work over a tiny release of an invented country, with a channel for each of two tiers. `reports`: what the operator was told. */
export type OpenPlayground = Playground & {
  readonly edges: Edges;
  readonly reports: readonly unknown[];
};

const tier = (level: string): Tier => ({
  commands: ['trend', 'compare', 'flows', 'method', 'events', 'status', 'help'],
  level,
  areas: 'all',
  modes: 'all',
  guests: 'refuse',
});

export const tiers = { wide: tier('region'), narrow: tier('district') };

/** Opens it. Stop it. */
export async function openPlayground(): Promise<OpenPlayground> {
  const tiny = await makeTinyEdges();
  const reports: unknown[] = [];
  const playground = await startPlayground({
    release: {
      current: () => tiny.edges,
      look: () => Promise.resolve(false),
      close: () => tiny.close(),
    },
    tiers,
    port: 0,
    report: (fault) => {
      reports.push(fault);
      return '7F3A';
    },
  });
  return { ...playground, edges: tiny.edges, reports };
}
