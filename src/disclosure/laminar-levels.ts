import type { CubeAreas } from '#src/disclosure/cube.ts';
import { ownersOf } from '#src/disclosure/fold-ladder.ts';

/** A partition of the areas: `group` by area index, numbered 0 to `groups` − 1. */
export type LaminarLevel = { readonly group: Int32Array; readonly groups: number };

const none = -1;

/** Partitions of the areas from the finest (by district's region) to the whole, each inside the next. Areas that are in nothing and hold nothing are one group. Source: docs/policy.md, paragraph 5. */
export function laminarLevels(areas: CubeAreas): readonly LaminarLevel[] {
  const owner = ownersOf(areas);
  const lines = areas.codes.map((_, area) => ancestorsOf(areas, owner[area] ?? -1, area));
  const isAbove = new Set(lines.flat());
  const depth = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const levels = Array.from({ length: depth }, (_, step) =>
    numbered(
      lines.map(
        (line, area) =>
          line.at(Math.min(depth - step, line.length) - 1) ?? (isAbove.has(area) ? area : none),
      ),
    ),
  );
  return [
    ...levels.filter((level) => level.groups > 1 && level.groups < areas.codes.length),
    wholeOf(areas),
  ];
}

/** From the top down; the area itself is left out. An "elsewhere" area lies in the area whose rest it is. */
function ancestorsOf({ parent }: CubeAreas, owner: number, area: number): readonly number[] {
  const line: number[] = [];
  const first = owner < 0 ? (parent[area] ?? -1) : owner;
  for (let at = first; at >= 0; at = parent[at] ?? -1) line.unshift(at);
  return line;
}

function numbered(labels: readonly number[]): LaminarLevel {
  const numbers = new Map<number, number>();
  const group = Int32Array.from(labels, (label) => {
    const known = numbers.get(label) ?? numbers.size;
    numbers.set(label, known);
    return known;
  });
  return { group, groups: numbers.size };
}

function wholeOf(areas: CubeAreas): LaminarLevel {
  return { group: new Int32Array(areas.codes.length), groups: 1 };
}
