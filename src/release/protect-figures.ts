import type { DuckDBConnection } from '@duckdb/node-api';
import type { RawCube } from '#src/disclosure/cube.ts';
import { displayRounding } from '#src/disclosure/display-rounding.ts';
import { protect, republish, type Protection } from '#src/disclosure/protect.ts';
import { makeKeyedStream } from '#src/edges/keyed-stream.ts';
import type { Book } from './book.ts';
import type { ReleaseOptions } from './draw-release.ts';
import { linkDays, type LinkedDays } from './link-days.ts';

/** All that a release publishes, and what the next one is judged against. */
export type ProtectedFigures = Protection & { readonly days: LinkedDays };

/** `series`: the data set's name. */
type Protecting = {
  readonly series: string;
  readonly releaseId: string;
  readonly earlier: Book | undefined;
  readonly options: ReleaseOptions;
};

/** Protects the raw cube and links its days. `rawCube`'s index tables must be there. */
export async function protectFigures(
  raw: DuckDBConnection,
  rawCube: RawCube,
  { series, releaseId, earlier, options }: Protecting,
): Promise<ProtectedFigures> {
  const { policy, key, onProgress } = options;
  const stream = makeKeyedStream(key);
  onProgress('protecting', 0, 1);
  const drawing = {
    stream,
    releaseId,
    series,
    onProgress: (done: number, total: number) => onProgress('protecting', done, total),
  };
  const protection = protect(rawCube, policy, drawing, earlier?.baseline);
  const { base } = protection.cube;
  const days = await linkDays(raw, protection.cube, {
    rule: { threshold: policy.threshold, base, grain: displayRounding(base) },
    zeros: policy.zeros,
    stream,
    releaseId,
    earlier: earlier && {
      cube: republish(rawCube, earlier.baseline),
      weeks: earlier.baseline.weeks,
      days: earlier.days,
    },
    onProgress: (done, total) => onProgress('linking days', done, total),
  });
  return { ...protection, days };
}
