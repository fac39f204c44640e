import type { CubeAreas } from '#src/disclosure/cube.ts';
import { placesAround } from '#src/disclosure/places-around.ts';

/** A partition of the areas: `group` by area index, numbered 0 to `groups` − 1. */
export type LaminarLevel = { readonly group: Int32Array; readonly groups: number };

/** The group of areas that are in nothing and hold nothing. */
const none = -1;

/** Partitions of the areas from the finest (by district's region) to the whole, each inside the next.  Source: docs/policy.md, paragraph 5. */
export function laminarLevels(areas: CubeAreas): readonly LaminarLevel[] {
  const lines = placesAround(areas).map((around) => around.toReversed());
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
