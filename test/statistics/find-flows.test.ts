import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowBound } from '#src/disclosure/flow-bound.ts';
import type { Cell } from '#src/finding.ts';
import type { FlowsCut, FoundFlow, RankedFlows } from '#src/flows-finding.ts';
import { cutFlows } from '#src/statistics/flows/cut-flows.ts';
import { findFlows } from '#src/statistics/flows/find-flows.ts';
import { findLead, isShown } from '#src/statistics/flows/find-lead.ts';
import type { FlowsInput } from '#src/statistics/flows/flows-input.ts';
import { flowsPeriod, wholeWeeks } from '#src/statistics/flows/flows-period.ts';
import {
  around,
  feet,
  flowsNamed,
  flowsVocabulary,
  type Leaf,
  matrixInput,
  places,
  rankedInput,
} from '#test/support/flows-cases.ts';
import { release } from '#test/support/trend-input.ts';

const runs = { numRuns: 150 };
const { country, regions, districts } = places;
const someLeaves = (most: number) =>
  fc.array(
    fc.record({
      origin: fc.constantFrom(...feet),
      destination: fc.constantFrom(...feet),
      trips: fc.integer({ min: 1, max: most }),
    }),
    { maxLength: 60 },
  );
const questions = fc.record({
  way: fc.constantFrom('into' as const, 'outOf' as const),
  place: fc.constantFrom(country, ...regions, ...districts),
  parts: fc.constantFrom(regions, districts),
});
/** Nothing withheld and nothing rounded, so that sums can be checked to the trip. */
const exact = { unit: 0, totalBound: 0, release: { ...release, rounding: 1 } };

function ranked(input: FlowsInput): RankedFlows {
  const finding = findFlows(input);
  if (finding.shape !== 'ranked') throw new Error('not ranked');
  return finding;
}

function matrix(input: FlowsInput) {
  const finding = findFlows(input);
  if (finding.shape !== 'matrix') throw new Error('no matrix');
  return finding;
}

const shown = (cell: Cell | undefined): number =>
  cell?.kind === 'published' ? cell.value : Number.NaN;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Trips of the leaves whose ends pass, added up from scratch. */
const tripsOf = (
  leaves: readonly Leaf[],
  from: (code: string) => boolean,
  to: (code: string) => boolean,
): number =>
  sum(
    leaves.flatMap(({ origin, destination, trips }) =>
      from(origin) && to(destination) ? [trips] : [],
    ),
  );
const inside = (place: string) => (foot: string) => around(foot).includes(place);

function cutSum(rows: readonly FoundFlow[], { rows: count, others, rest }: FlowsCut): number {
  const parts = [others?.trips, rest].filter((cell) => cell !== undefined);
  return sum([...rows.slice(0, count).map(({ trips }) => trips), ...parts].map(shown));
}

test('rows, what stays within the place and the rest add up to the total', () => {
  fc.assert(
    fc.property(someLeaves(5000), questions, (leaves, question) => {
      const { total, within, outside, rows, drawn, tabled } = ranked(
        rankedInput({ leaves, ...question, ...exact }),
      );
      expect(shown(within) + shown(outside)).toBe(shown(total));
      expect(cutSum(rows, drawn)).toBe(shown(outside));
      expect(cutSum(rows, tabled)).toBe(shown(outside));
    }),
    runs,
  );
});

test('a place has its own trips and nothing that is known only as elsewhere around it', () => {
  fc.assert(
    fc.property(someLeaves(5000), questions, (leaves, question) => {
      const { way, place } = question;
      const { rows } = ranked(rankedInput({ leaves, ...question, ...exact }));
      const isHere = inside(place.code);
      for (const { end, trips } of rows) {
        const holdsPlace = around(place.code).includes(end.code);
        const isThere = (foot: string) =>
          inside(end.code)(foot) &&
          !isHere(foot) &&
          !(
            holdsPlace &&
            foot.startsWith('elsewhere:') &&
            around(place.code).includes(foot.slice(10))
          );
        const expected =
          way === 'into' ? tripsOf(leaves, isThere, isHere) : tripsOf(leaves, isHere, isThere);
        expect(shown(trips), end.name).toBe(expected);
      }
    }),
    runs,
  );
});

test('flows are ranked, largest first, and withheld ones stand last by name', () => {
  fc.assert(
    fc.property(someLeaves(40_000), questions, (leaves, question) => {
      const { rows, withheld } = ranked(rankedInput({ leaves, ...question }));
      const published = rows.slice(0, rows.length - withheld);
      expect(published.every(({ trips }) => trips.kind === 'published')).toBe(true);
      const values = published.map(({ trips }) => shown(trips));
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      const hidden = rows.slice(rows.length - withheld);
      expect(hidden.every(({ trips }) => trips.kind === 'suppressed')).toBe(true);
      const names = hidden.map(({ end }) => end.name);
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
    }),
    runs,
  );
});

test('a flow is withheld where, and only where, it is below twice its bound', () => {
  fc.assert(
    fc.property(someLeaves(20_000), questions, (leaves, { way, parts }) => {
      const place = regions[0] ?? country;
      const { rows } = ranked(rankedInput({ leaves, way, parts, unit: 800 }));
      const isHere = inside(place.code);
      for (const { end, trips } of rows.filter((row) => row.end.kind === 'place')) {
        const other = [...regions, ...districts].find(({ code }) => code === end.code);
        const [origin, destination] = way === 'into' ? [other, place] : [place, other];
        const bound = 800 * flowBound(origin, destination, flowsVocabulary.areas);
        const isThere = inside(end.code);
        const sumOfLeaves =
          way === 'into' ? tripsOf(leaves, isThere, isHere) : tripsOf(leaves, isHere, isThere);
        expect(trips.kind === 'suppressed', end.name).toBe(sumOfLeaves < 2 * bound);
      }
    }),
    runs,
  );
});

test('a matrix holds each pair, withheld below twice its bound, and elsewhere by itself', () => {
  fc.assert(
    fc.property(
      someLeaves(30_000),
      fc.constantFrom(regions, districts.slice(0, 5)),
      (leaves, parts) => {
        const {
          cells,
          elsewhere,
          places: found,
        } = matrix(matrixInput({ leaves, parts, release: { ...release, rounding: 1 } }));
        found.forEach((from, origin) =>
          found.forEach((to, destination) => {
            const trips = tripsOf(leaves, inside(from.code), inside(to.code));
            const bound = 800 * flowBound(parts[origin], parts[destination], flowsVocabulary.areas);
            const expected: Cell =
              trips < 2 * bound ? { kind: 'suppressed' } : { kind: 'published', value: trips };
            expect(cells[origin]?.[destination]).toEqual(expected);
          }),
        );
        const larger = new Set(parts.flatMap(({ code }) => around(code).slice(1, -1)));
        const isElsewhere = (foot: string) =>
          foot.startsWith('elsewhere:') && larger.has(foot.slice('elsewhere:'.length));
        found.forEach((to, destination) => {
          const cell = elsewhere?.cells[destination];
          if (cell?.kind === 'published')
            expect(cell.value).toBe(tripsOf(leaves, isElsewhere, inside(to.code)));
        });
      },
    ),
    runs,
  );
});

test('the largest flows of a matrix are between different places, largest first', () => {
  fc.assert(
    fc.property(someLeaves(60_000), (leaves) => {
      const { largest, cells, pairs, withheld } = matrix(matrixInput({ leaves }));
      const values = largest.map((at) => shown(cells[at.origin]?.[at.destination]));
      expect(largest.every(({ origin, destination }) => origin !== destination)).toBe(true);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      const all = cells
        .flatMap((row, origin) => row.filter((_, destination) => destination !== origin))
        .filter(({ kind }) => kind === 'published')
        .map(shown);
      expect(values[0] ?? 0).toBe(Math.max(0, ...all));
      expect(all.length + withheld).toBe(pairs);
    }),
    runs,
  );
});

test('the order of rows is irrelevant', () => {
  fc.assert(
    fc.property(someLeaves(20_000), questions, (leaves, question) => {
      const input = rankedInput({ leaves, ...question });
      expect(findFlows({ ...input, rows: input.rows.toReversed() })).toEqual(findFlows(input));
    }),
    runs,
  );
});

test('several weeks are averaged, and the bound stays that of one week', () => {
  const leaves = [{ origin: 'R2D1', destination: 'R1D1', trips: 30_000 }];
  const weeks = ['2022-11-28', '2022-12-05', '2022-12-12'];
  const first = ({ rows }: RankedFlows) => rows[0]?.trips;
  expect(first(ranked(rankedInput({ leaves, weeks })))).toEqual({
    kind: 'published',
    value: 10_000,
  });
  expect(first(ranked(rankedInput({ leaves, weeks, unit: 2000 })))).toEqual({ kind: 'suppressed' });
});

test('shares are said only of what is nearly all known, and as exactly as protection lets them', () => {
  const shares = (name: string) => {
    const finding = flowsNamed(name);
    return finding.shape === 'ranked' ? finding.rows.map(({ percent }) => percent?.to) : [];
  };
  expect(shares('into a region')[0]).toBe(1);
  expect(shares('shares to the nearest five')[0]).toBe(5);
  expect(new Set(shares('into a district by region'))).toEqual(new Set([undefined]));
  expect(new Set(shares('out of a district by district'))).toEqual(new Set([undefined]));
});

test('what may be hidden elsewhere around the place is told', () => {
  const finding = flowsNamed('out of a district by district');
  if (finding.shape !== 'ranked') throw new Error('not ranked');
  expect(finding.atLeast).toBe(true);
  expect(finding.partly?.rest).toBe('elsewhere in High Moor or Arden');
  expect(flowsNamed('out of a region').atLeast).toBe(false);
});

describe('a list of flows', () => {
  const flow = (index: number, kind: 'place' | 'elsewhere' = 'place') => ({
    end: { code: `${index}`, name: `${index}`, spoken: `${index}`, kind, bound: 10, without: [] },
    trips: 1000 - index,
  });
  const list = (count: number) => Array.from({ length: count }, (_, index) => flow(index));
  const cut = (flows: ReturnType<typeof list>, published = flows.length) =>
    cutFlows({ flows, published, rest: undefined, outsideBound: 0, rounding: 1 }, 3).cut;

  test.each([
    { count: 2, rows: 2, others: undefined },
    { count: 4, rows: 4, others: undefined },
    { count: 5, rows: 3, others: 2 },
  ])('of $count is cut after $rows: never for one that is left', ({ count, rows, others }) => {
    expect(cut(list(count))).toMatchObject({ rows });
    expect(cut(list(count)).others?.count).toBe(others);
  });

  test('puts withheld flows together with the other places', () => {
    expect(cut(list(6), 2)).toMatchObject({ rows: 2, others: { count: 4 } });
  });

  test('counts the rest of larger areas apart from the other places', () => {
    const flows = [...list(4), flow(4, 'elsewhere'), flow(5, 'elsewhere')];
    const { others, rest } = cut(flows);
    expect(others).toEqual({ count: 1, trips: { kind: 'published', value: 997 } });
    expect(rest).toEqual({ kind: 'published', value: 996 + 995 });
  });
});

describe('a period', () => {
  const data = { firstDay: '2022-01-03', lastDay: '2022-03-06' };
  test.each([
    { since: undefined, until: undefined, weeks: ['2022-02-28'] },
    { since: undefined, until: '2022-02-15', weeks: ['2022-02-07'] },
    { since: '2022-01-24', until: '2022-01-30', weeks: ['2022-01-24'] },
    { since: '2022-01-19', until: '2022-02-06', weeks: ['2022-01-24', '2022-01-31'] },
    { since: '2022-02-21', until: undefined, weeks: ['2022-02-21', '2022-02-28'] },
    { since: '2021-12-01', until: '2022-01-10', weeks: ['2022-01-03'] },
    { since: '2022-02-22', until: '2022-02-24', weeks: ['2022-02-14'] },
    { since: '2021-01-01', until: '2021-02-01', weeks: ['2022-01-03'] },
  ])('from $since to $until has the whole weeks $weeks', ({ since, until, weeks }) => {
    expect(wholeWeeks({ since, until }, data)).toEqual(weeks);
  });
});

describe('the largest flows', () => {
  const cell = (value: number) => ({ kind: 'published' as const, value });
  const flow = (trips: number, bound = 10, folded = 0) => ({
    trips,
    bound,
    folded,
    cell: trips < 2 * bound ? { kind: 'suppressed' as const } : cell(trips),
  });

  test.each([
    { flows: [flow(100)], lead: { kind: 'clear', counts: [1] } },
    { flows: [flow(121), flow(100)], lead: { kind: 'clear', counts: [2, 1] } },
    { flows: [flow(120), flow(100)], lead: { kind: 'close', counts: [2] } },
    { flows: [flow(111), flow(100)], lead: { kind: 'equal', counts: [2] } },
    { flows: [flow(300), flow(121), flow(101)], lead: { kind: 'clear', counts: [3, 1] } },
    { flows: [flow(300), flow(200), flow(100), flow(79)], lead: { counts: [3, 2, 1] } },
    { flows: [flow(300), flow(200), flow(100), flow(80)], lead: { counts: [2, 1] } },
    { flows: [flow(300), flow(200, 10, 79)], lead: { kind: 'clear', counts: [2, 1] } },
    { flows: [flow(300), flow(200, 10, 80)], lead: { kind: 'close', counts: [2] } },
    { flows: [flow(300), flow(200, 60, 30)], lead: { kind: 'close', counts: [2] } },
    { flows: [flow(41), flow(0)], lead: { counts: [1], isKnownOnly: false } },
    { flows: [flow(40), flow(0)], lead: { counts: [1], isKnownOnly: true } },
    { flows: [flow(100), flow(40), flow(0)], lead: { counts: [1], isKnownOnly: false } },
  ])('of $flows are $lead', ({ flows, lead }) => {
    expect(findLead(flows)).toMatchObject(lead);
    expect(findLead(flows.toReversed())).toEqual(findLead(flows));
  });

  test('are none where none is shown', () => {
    expect(findLead([flow(19), { ...flow(0, 0), cell: cell(0) }])).toBeUndefined();
  });

  test('are truly the largest, wherever the truth lies within the bounds', () => {
    const some = fc.record({
      trips: fc.integer({ min: 0, max: 120 }),
      bound: fc.integer({ min: 0, max: 20 }),
      folded: fc.integer({ min: 0, max: 9 }),
      error: fc.double({ min: -1, max: 1, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 7 }), (drawn) => {
        const flows = drawn
          .map((one) => ({ ...one, ...flow(one.trips, one.bound, one.folded) }))
          .toSorted((a, b) => b.trips - a.trips);
        const truth = ({ trips, bound, error, folded, share }: (typeof flows)[number]) =>
          trips + bound * error + folded * share;
        const shown = flows.filter(isShown);
        const lead = findLead(flows);
        if (lead === undefined) return shown.length === 0;
        const rivals = lead.isKnownOnly ? shown : flows;
        return (
          lead.kind !== 'clear' ||
          lead.counts.every((count) => {
            const top = shown.slice(0, count);
            const others = rivals.filter((one) => !top.includes(one));
            return top.every((one) => others.every((other) => truth(one) > truth(other)));
          })
        );
      }),
      { numRuns: 1000 },
    );
  });
});

test('what is counted elsewhere may make a flow the largest, where it is not said that only the known ones are', () => {
  const trips = (first: number, second: number, rest: number): readonly Leaf[] => [
    { origin: 'R2D1', destination: 'R1D1', trips: first },
    { origin: 'R3D1', destination: 'R1D1', trips: second },
    { origin: 'elsewhere:A', destination: 'R1D1', trips: rest },
  ];
  const leads = (leaves: readonly Leaf[]) =>
    [ranked(rankedInput({ leaves })), matrix(matrixInput({ leaves }))].map(({ lead, atLeast }) => ({
      kind: lead?.kind,
      atLeast,
    }));
  const both = (kind: string, atLeast: boolean) =>
    [kind, kind].map((one) => ({ kind: one, atLeast }));
  expect(leads(trips(9_020_000, 8_940_000, 90_000))).toEqual(both('equal', false));
  expect(leads(trips(9_060_000, 8_940_000, 90_000))).toEqual(both('clear', false));
  expect(leads(trips(9_020_000, 8_940_000, 990_000))).toEqual(both('clear', true));
});

test('trips elsewhere are known to start in one of the places where these are all that may be meant', () => {
  const isInside = (parts: typeof regions) =>
    matrix(matrixInput({ leaves: [], parts })).elsewhere?.isInside;
  expect(isInside(regions)).toBe(true);
  expect(isInside(districts)).toBe(true);
  expect(isInside(regions.slice(1))).toBe(false);
  expect(isInside([...regions.slice(1), ...districts.slice(0, 3)])).toBe(true);
  expect(isInside([...regions.slice(1), ...districts.slice(0, 2)])).toBe(false);
});

test('the bounds of a table are those of the flows it shows, proved where no region is met with another', () => {
  const leaves = ['R2D1', 'R1D2'].map((origin) => ({ origin, destination: 'R1D1', trips: 90_000 }));
  const [district = country] = districts;
  const [first = country] = regions;
  const intoDistrict = (most: number) =>
    ranked(rankedInput({ leaves: leaves.slice(0, most), place: district })).bounds;
  expect(ranked(rankedInput({ leaves })).bounds).toEqual({
    most: 2400,
    isAlike: true,
    isProved: false,
  });
  expect(ranked(rankedInput({ leaves, parts: districts })).bounds?.isProved).toBe(true);
  expect(intoDistrict(1)).toEqual({ most: 800, isAlike: true, isProved: true });
  expect(intoDistrict(2)).toEqual({ most: 2400, isAlike: false, isProved: true });
  const between = (...parts: typeof regions) => matrix(matrixInput({ leaves, parts })).bounds;
  expect(between(...districts)?.isProved).toBe(true);
  expect(between(first, ...districts.slice(3))).toMatchObject({ most: 800, isProved: true });
  expect(between(...regions)).toMatchObject({ most: 2400, isProved: false });
  expect(matrix(matrixInput({ leaves: [] })).bounds).toBeUndefined();
});

test('places with weeks that are not ordinary are named where they are alike in that', () => {
  const [week, next] = ['2022-12-12', '2022-12-19'];
  const at = (spoken: string, ...rows: readonly (readonly [string, string])[]) => ({
    spoken,
    rows: rows.map(([monday, label]) => ({ week: monday, kind: 'schoolHoliday', label })),
  });
  const named = (...calendars: Parameters<typeof flowsPeriod>[1]) =>
    flowsPeriod([week, next], calendars).places;
  expect(named(at('A'), at('B', [week, 'Half term']))).toEqual(['B']);
  expect(named(at('A', [week, 'Half term']), at('B', [week, 'Half term']))).toEqual(['A', 'B']);
  expect(named(at('A', [week, 'Half term']), at('B', [next, 'Half term']))).toEqual([]);
  expect(named(at('A', [week, 'Half term']), at('B', [week, 'Tattie week']))).toEqual([]);
  expect(named(at('A'), at('B', ['2022-12-26', 'Half term']))).toEqual([]);
});
