import type { RawCube } from '#src/disclosure/cube.ts';
import { roundDependently, type Block } from '#src/disclosure/dependent-rounding.ts';
import type { JudgedLeaves } from '#src/disclosure/judge-leaves.ts';
import { laminarLevels } from '#src/disclosure/laminar-levels.ts';
import type { KeyedStream } from '#src/ports.ts';

/** `stream` must hold the release's secret key; `onProgress` counts leaves. */
export type DrawOptions = {
  readonly stream: KeyedStream;
  readonly releaseId: string;
  readonly onProgress?: (done: number, total: number) => void;
};

/** What is drawn: the leaves of eligible flows, ascending by week and mode, as judged. */
type DrawInput = {
  readonly cube: RawCube;
  readonly leaves: RawCube['leaves'];
  readonly judged: JudgedLeaves;
  readonly base: number;
};

/** The published trips by leaf: 0 or b where it is sensitive. One week and mode is one block with a stream of its own. Source: docs/policy.md, paragraph 5. */
export function drawLeaves(input: DrawInput, options: DrawOptions): Float64Array {
  const { week, mode } = input.leaves;
  const levels = laminarLevels(input.cube.areas);
  const published = Float64Array.from(input.judged.capped);
  const total = published.length;
  for (let first = 0, end = 0; first < total; first = end) {
    while (end < total && week[end] === week[first] && mode[end] === mode[first]) end += 1;
    const open = openLeaves(input, first, end);
    const uniform = options.stream(labelOf(input, first, options.releaseId));
    const drawn = roundDependently(blockOf(input, open), input.base, levels, uniform);
    open.forEach((leaf, index) => {
      published[leaf] = drawn[index] ?? 0;
    });
    options.onProgress?.(end, total);
  }
  return published;
}

/** A sensitive leaf of b trips or more is b without a draw. */
function openLeaves({ judged, base }: DrawInput, first: number, end: number): readonly number[] {
  const open: number[] = [];
  for (let leaf = first; leaf < end; leaf += 1) {
    if (judged.sensitive[leaf] === 1 && (judged.capped[leaf] ?? 0) < base) open.push(leaf);
  }
  return open;
}

function blockOf({ leaves, judged }: DrawInput, open: readonly number[]): Block {
  return {
    origin: Int32Array.from(open, (leaf) => leaves.origin[leaf] ?? 0),
    destination: Int32Array.from(open, (leaf) => leaves.destination[leaf] ?? 0),
    trips: Float64Array.from(open, (leaf) => judged.capped[leaf] ?? 0),
  };
}

function labelOf({ cube, leaves }: DrawInput, leaf: number, releaseId: string): string {
  return `${releaseId}|${cube.weeks[leaves.week[leaf] ?? 0]}|${cube.modes[leaves.mode[leaf] ?? 0]}`;
}
