import { areasByCode } from '#src/disclosure/areas-by-code.ts';
import type { RawCube } from '#src/disclosure/cube.ts';
import { roundDependently, type Block } from '#src/disclosure/dependent-rounding.ts';
import { laminarLevels } from '#src/disclosure/laminar-levels.ts';
import type { KeyedStream } from '#src/ports.ts';

/** `stream` must hold the release's secret key. `series`: the data set's name, the same for all of its releases. `onProgress` counts leaves. */
export type DrawOptions = {
  readonly stream: KeyedStream;
  readonly releaseId: string;
  readonly series: string;
  readonly onProgress?: (done: number, total: number) => void;
};

/** By leaf: whether it is sensitive (1), and the trips that go into the draw: a sensitive leaf's at most b, any other's as they are. */
export type JudgedLeaves = { readonly sensitive: Uint8Array; readonly capped: Float64Array };

/** What is drawn: the leaves of eligible flows, as judged. `linkedWeeks`: how many weeks are drawn together. */
type DrawInput = {
  readonly cube: RawCube;
  readonly leaves: RawCube['leaves'];
  readonly judged: JudgedLeaves;
  readonly base: number;
  readonly linkedWeeks: number;
};

/** The open leaves of one mode in weeks that are drawn together, by number, and the first of those weeks. */
type Draft = { readonly first: number; readonly mode: number; readonly open: number[] };

/** The published trips by leaf: 0 or b where it is sensitive. A mode's linked weeks are one block with a stream of its own. Source: docs/policy.md, paragraph 5. */
export function drawLeaves(input: DrawInput, options: DrawOptions): Float64Array {
  const { areas, rank } = areasByCode(input.cube.areas);
  const levels = laminarLevels(areas);
  const published = Float64Array.from(input.judged.capped);
  let done = 0;
  for (const draft of draftsOf(input)) {
    const uniform = options.stream(labelOf(input.cube, draft, options.releaseId));
    const drawn = roundDependently(blockOf(input, rank, draft), input.base, levels, uniform);
    draft.open.forEach((leaf, index) => {
      published[leaf] = drawn[index] ?? 0;
    });
    done += draft.open.length;
    options.onProgress?.(done, published.length);
  }
  options.onProgress?.(published.length, published.length);
  return published;
}

/** A sensitive leaf of b trips or more is b without a draw. */
function draftsOf({ leaves, judged, base, linkedWeeks }: DrawInput): readonly Draft[] {
  const drafts = new Map<string, Draft>();
  leaves.week.forEach((week, leaf) => {
    if (judged.sensitive[leaf] !== 1 || (judged.capped[leaf] ?? 0) >= base) return;
    const mode = leaves.mode[leaf] ?? 0;
    const first = week - (week % linkedWeeks);
    const name = `${first}|${mode}`;
    const draft = drafts.get(name) ?? { first, mode, open: [] };
    draft.open.push(leaf);
    drafts.set(name, draft);
  });
  return [...drafts.values()];
}

function blockOf({ leaves, judged }: DrawInput, rank: Int32Array, { first, open }: Draft): Block {
  return {
    origin: Int32Array.from(open, (leaf) => rank[leaves.origin[leaf] ?? 0] ?? 0),
    destination: Int32Array.from(open, (leaf) => rank[leaves.destination[leaf] ?? 0] ?? 0),
    week: Int32Array.from(open, (leaf) => (leaves.week[leaf] ?? 0) - first),
    trips: Float64Array.from(open, (leaf) => judged.capped[leaf] ?? 0),
  };
}

function labelOf({ weeks, modes }: RawCube, { first, mode }: Draft, releaseId: string): string {
  return `${releaseId}|${weeks[first]}|${modes[mode]}`;
}
