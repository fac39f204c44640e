import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCompare } from '#src/statistics/compare/find-compare.ts';
import { typicalWeek } from '#src/statistics/typical-week.ts';
import { sayCompare } from '#src/summary/compare/say-compare.ts';
import { caseNamed } from '#test/support/case-named.ts';
import { compareCases, compareInput, placeItem, step } from '#test/support/compare-cases.ts';
import { settings } from '#test/support/trend-input.ts';

const found = (name: string) => findCompare(caseNamed(compareCases, name));
const namesOf = (name: string) => found(name).items.map((item) => item.name);
const names = ['Avon', 'Bute', 'Cork', 'Dyfed', 'Essex', 'Fife'];

/** Places with steps and noise at random: nearly the same, or far apart. */
const anyPlaces = fc
  .array(
    fc.record({
      factor: fc.double({ min: 0.8, max: 1.25, noNaN: true }),
      noise: fc.double({ min: 0, max: 0.06, noNaN: true }),
      bound: fc.integer({ min: 100, max: 30_000 }),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((places) =>
    places.map(({ factor, noise, bound }, index) =>
      placeItem(names[index] ?? '', step(factor, noise), { bound }),
    ),
  );

describe('which changes differ', () => {
  test('no place lies above another where their likely ranges meet, as said or as computed', () => {
    let apart = 0;
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const { items } = findCompare(compareInput(places));
        const computed = new Map(
          places.map(({ name, weeks }) => [name, typicalWeek(weeks, '2022-03-16', [], settings)]),
        );
        for (const { name, change, above } of items) {
          const typical = computed.get(name);
          for (const index of above) {
            apart += 1;
            const other = items[index];
            const low = computed.get(other?.name ?? '');
            if (change.kind !== 'measured' || other?.change.kind !== 'measured')
              throw new Error('a row without a figure lies above none and below none');
            expect(change.range?.low).toBeGreaterThan(other.change.range?.high ?? Infinity);
            if (typical?.kind !== 'range' || low?.kind !== 'range')
              throw new Error('both have a range');
            expect(typical.percentLow).toBeGreaterThan(low.percentHigh);
          }
        }
      }),
      { numRuns: 300, seed: 5 },
    );
    expect(apart).toBeGreaterThan(100);
  });

  test('of two places, "by more" and "differ" are said only where the ranges do not meet', () => {
    let [claimed, withheld] = [0, 0];
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const finding = findCompare(compareInput(places.slice(0, 2)));
        const text = sayCompare(finding)
          .map((sentence) => sentence.text)
          .join(' ');
        const [a, b] = finding.items.map(({ change }) =>
          change.kind === 'measured' ? change.range : undefined,
        );
        if (a === undefined || b === undefined) return;
        const meet = a.low <= b.high && b.low <= a.high;
        const claims = /do not overlap/u.test(text);
        if (meet) expect(claims).toBe(false);
        claimed += Number(claims);
        withheld += Number(meet);
      }),
      { numRuns: 300, seed: 6 },
    );
    expect(Math.min(claimed, withheld)).toBeGreaterThan(20);
  });

  test('a difference that protection could have made is none', () => {
    const small = compareInput([
      placeItem('Avon', step(1.05), { bound: 9900 }),
      placeItem('Bute', step(1.02), { bound: 9900 }),
    ]);
    const { items } = findCompare(small);
    const [one, other] = items.map(({ change }) =>
      change.kind === 'measured' ? change.range : undefined,
    );
    expect(one?.low).toBeGreaterThan(other?.high ?? Infinity);
    expect(items.flatMap(({ above }) => above)).toEqual([]);
  });

  test('without a likely range nothing differs', () => {
    expect(found('short histories').items.flatMap(({ above }) => above)).toEqual([]);
  });
});

describe('the order', () => {
  test('places are ranked by their change, those without a figure last as they were asked', () => {
    expect(namesOf('all verdicts')).toEqual(['London', 'Fife', 'Wales', 'Kent']);
    expect(namesOf('every reason')).toEqual([
      'London',
      'Wales',
      'Arden',
      'Kent',
      'Fife',
      'Bute',
      'York',
    ]);
  });

  test('days run from Monday to Sunday, whatever their change', () => {
    expect(namesOf('days of the week').join(' ')).toBe(
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    );
    const { items, largest, smallest } = found('days of the week');
    const [high, low] = [items[largest ?? -1]?.change, items[smallest ?? -1]?.change];
    expect(high).toMatchObject({ verdict: 'rose' });
    expect(low).toMatchObject({ verdict: 'fell' });
  });

  test('what is said never falls from row to row, also where rounding differs', () => {
    const mixed = compareInput([
      placeItem('Avon', step(1.01)),
      placeItem('Bute', step(1.015, 0, 20_000)),
      placeItem('Cork', step(0.99)),
    ]);
    const said = findCompare(mixed).items.map(({ change }) =>
      change.kind === 'measured' ? change.percent : undefined,
    );
    expect(said.map((percent) => percent?.to)).toContain(5);
    const values = said.map((percent) => percent?.value ?? Number.NaN);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });
});

test('the leader is the largest clear change, a fall where that is larger', () => {
  const { items, leader } = found('all fell, one most');
  expect(items[leader?.item ?? -1]?.name).toBe('London');
  expect(leader?.apart).toHaveLength(2);
  expect(found('none is clear').leader).toBeUndefined();
});

test('no change leads where one that is not clear lies beyond it', () => {
  const { items, counts, leader } = found('an unclear fall is larger than those that are clear');
  expect(items.map(({ name }) => name)).toEqual(['London', 'Kent', 'Wales']);
  expect(counts).toMatchObject({ fell: 2, unsure: 1 });
  expect(leader).toBeUndefined();
});

test('a fall leads from the low end of the ranking, never from the high end', () => {
  const fallen = compareInput([placeItem('Avon', step(0.9)), placeItem('Bute', step(0.7))]);
  const { items, leader } = findCompare(fallen);
  expect(items[leader?.item ?? -1]?.name).toBe('Bute');
});

describe('how many may look clear by chance', () => {
  const places = (count: number, factor: number) =>
    findCompare(
      compareInput(
        Array.from({ length: count }, (_, index) =>
          placeItem(`Place ${index}`, step(index === 0 ? factor : 1)),
        ),
      ),
    ).byChance;

  test.each([
    { count: 8, clear: 1 },
    { count: 29, clear: 1 },
    { count: 30, clear: 2 },
  ])('of $count places, $clear', ({ count, clear }) => {
    expect(places(count, 1.2)).toEqual({ rows: count, clear });
  });

  test('is not said of few places, nor where none is clear', () => {
    expect(places(7, 1.2)).toBeUndefined();
    expect(places(8, 1)).toBeUndefined();
  });
});

test('what is withheld is told from what is too small to compare', () => {
  const { items } = found('withheld in some');
  const kinds = new Map(items.map(({ name, change, withheld }) => [name, [change.kind, withheld]]));
  expect(kinds.get('Rutland')).toEqual(['tooSmall', true]);
  expect(kinds.get('Fife')).toEqual(['tooSmall', false]);
});

test('the date asked about is no barrier to itself, though its event is of a kind that is', () => {
  const { items } = found('two with dates of their own');
  expect(items.map(({ change }) => change.kind)).toEqual(['measured', 'measured']);
});

test('a place without the event has no figure and no date', () => {
  const { items, dates } = found('one figure of two');
  expect(items[1]).toMatchObject({
    name: 'Wales',
    since: undefined,
    change: { kind: 'noEvent', slug: 'reopening', dates: 'none' },
  });
  expect(dates).toHaveLength(1);
});

test('what happened on a day is told with the places in which it did', () => {
  const event = compareCases['two that rose, one by more']?.items[0]?.trend.events[0];
  if (event === undefined) throw new Error('the case has an event');
  const datesOf = (second: typeof event | undefined) =>
    findCompare(
      compareInput([
        placeItem('Avon', step(1.2), { on: { date: '2022-03-16', event } }),
        placeItem('Bute', step(1.1), { on: { date: '2022-03-16', event: second } }),
      ]),
    ).dates;
  const date = { date: '2022-03-16', items: [0, 1] };
  expect(datesOf(undefined)).toEqual([{ ...date, event, where: [0] }]);
  expect(datesOf(event)).toEqual([{ ...date, event, where: [0, 1] }]);
  expect(datesOf({ ...event, clause: 'something else ended' })).toEqual([
    { ...date, event: undefined, where: [] },
  ]);
});

test('all change of one place is that of its own trend: other places do not touch it', () => {
  const one = placeItem('Avon', step(1.2, 0.03));
  const changeOf = (others: readonly ReturnType<typeof placeItem>[]) =>
    findCompare(compareInput([one, ...others])).items.find(({ name }) => name === 'Avon')?.change;
  expect(changeOf([placeItem('Bute', step(2))])).toEqual(changeOf([placeItem('Bute', step(0.5))]));
});
