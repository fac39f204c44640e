import { enclosingAreas } from './enclosing-areas.ts';
import type { GateFigures, RuleCount } from './gate-figures.ts';

/**
 * Whether every sum that the draw is said to hold moved by less than b in each week that is drawn for the first time: by mode, of every origin
 * and destination, alone and with each of the nearest areas around the other end, of every area around either, and of all.
 * Source: docs/policy.md, paragraph 5.
 */
export function checkHeldSums(figures: GateFigures): RuleCount {
  const { raw, baseline, before } = figures;
  const { leaves, base } = baseline;
  const namesOf = sumNames(figures);
  const moved = new Map<number, number>();
  leaves.week.forEach((week, row) => {
    const trips = leaves.trips[row] ?? 0;
    if (week < (before?.weeks ?? 0) || leaves.sensitive[row] !== 1 || trips >= base) return;
    const by = (leaves.published[row] ?? 0) - trips;
    for (const name of namesOf(row)) {
      const sum = (name * raw.modes.length + (leaves.mode[row] ?? 0)) * raw.weeks.length + week;
      moved.set(sum, (moved.get(sum) ?? 0) + by);
    }
  });
  const broken = [...moved.values()].filter((by) => Math.abs(by) >= base).length;
  return { rule: 'a sum that the draw does not hold', checked: moved.size, broken };
}

/** The sums that a leaf is in, by number. Areas with nothing around them are one group, unless they are around others. */
function sumNames({ raw, baseline }: GateFigures): (row: number) => readonly number[] {
  const { areas } = raw;
  const count = areas.codes.length + 1;
  const none = areas.codes.length;
  const around = enclosingAreas(areas);
  const isAround = new Set(around.flat());
  const groups = around.map((chain, area) =>
    chain.length > 0 ? chain : [isAround.has(area) ? area : none],
  );
  const name = (kind: number, place: number, group: number): number =>
    (kind * count + place) * count + group;
  const side = (kind: number, area: number, other: number): readonly number[] => [
    name(kind, area, none),
    name(kind + 1, area, groups[other]?.[0] ?? none),
    ...(groups[area] ?? []).map((group) => name(kind + 2, none, group)),
  ];
  const { origin, destination } = baseline.leaves;
  return (row) => [
    name(6, none, none),
    ...side(0, origin[row] ?? 0, destination[row] ?? 0),
    ...side(3, destination[row] ?? 0, origin[row] ?? 0),
  ];
}
