import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxesMeet, strokeMeets } from '#charts/box.ts';
import { drawTrend } from '#charts/trend.ts';
import type { TrendFinding, WeekFlag } from '#src/finding.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { ChartSpec } from '#src/ports.ts';
import { addDays } from '#src/week.ts';
import { readDrawing } from '#test/charts/drawn-labels.ts';
import { event, finding, shapeNamed, shapes, weeksFrom, words } from '#test/charts/fixtures.ts';

const firstWeek = '2020-01-06';
const labels = [
  'Guidance ended',
  'Work from home guidance ended',
  'Face coverings no longer advised in most indoor places',
  'Schools reopened',
  'Third national lockdown began',
];
const names = [
  'Wick',
  'Northmere',
  'Bournemouth, Christchurch and Poole',
  'Kingston upon Hull, City of',
];
const holiday: WeekFlag = { kind: 'bankHoliday', label: 'Holiday' };

const cell = (level: number) =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .double({ min: 0.3, max: 1.2, noNaN: true })
        .map((share) => Math.round(level * share)),
    },
    { weight: 1, arbitrary: fc.constant('c' as const) },
    { weight: 1, arbitrary: fc.constant('z' as const) },
  );

const anyFinding: fc.Arbitrary<TrendFinding> = fc
  .record({
    count: fc.oneof(fc.integer({ min: 6, max: 30 }), fc.integer({ min: 31, max: 157 })),
    level: fc.constantFrom(400, 30_000, 2.5e6, 2e9),
  })
  .chain(({ count, level }) => {
    const day = fc.integer({ min: 0, max: count * 7 - 1 }).map((days) => addDays(firstWeek, days));
    const happening = fc
      .tuple(day, fc.constantFrom(...labels))
      .map(([date, label]) => event(date, label));
    const span = fc
      .tuple(day, day)
      .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
    return fc
      .record({
        weeks: fc.array(cell(level), { minLength: count, maxLength: count }),
        flagged: fc.array(fc.integer({ min: 0, max: count - 1 }), { maxLength: 4 }),
        name: fc.constantFrom(...names),
        events: fc.oneof(
          fc.array(happening, { maxLength: 6 }),
          fc
            .tuple(happening, fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 5 }))
            .map(([first, days]) => [
              first,
              ...days.map((after, index) =>
                event(addDays(first.date, after), labels[index] ?? 'Other'),
              ),
            ]),
        ),
        asked: fc.constantFrom('none', 'event', 'date'),
        date: day,
        usual: fc.option(span, { nil: undefined }),
        high: fc.double({ min: 0.7, max: 1.1, noNaN: true }),
        periods: fc.array(span, { maxLength: 2 }),
      })
      .map((drawn) =>
        finding({
          area: { code: 'T1', name: drawn.name, level: 'district', parent: undefined },
          weeks: weeksFrom(
            firstWeek,
            drawn.weeks,
            Object.fromEntries(
              drawn.flagged.map((week) => [addDays(firstWeek, week * 7), holiday]),
            ),
          ),
          events: drawn.events,
          since: sinceOf(drawn.asked, drawn.date, drawn.events[0]),
          usual: drawn.usual && { ...drawn.usual, low: level * 0.6, high: level * drawn.high },
          periods: drawn.periods.map((period) => ({ ...period, label: 'Guidance in force' })),
        }),
      );
  });

function sinceOf(
  asked: string,
  date: string,
  first: PolicyEvent | undefined,
): TrendFinding['since'] {
  if (asked === 'none') return undefined;
  return asked === 'event' && first !== undefined
    ? { date: first.date, event: first }
    : { date, event: undefined };
}

/** Every way in which the labels of a chart are in each other's way, or in that of something else. */
function clashes(spec: ChartSpec): readonly string[] {
  const { canvas, texts, boxes, line, rules } = readDrawing(spec);
  return boxes.flatMap((box, index) => {
    const own = texts[index]?.text;
    const outside =
      box.left < canvas.left ||
      box.top < canvas.top ||
      box.right > canvas.right ||
      box.bottom > canvas.bottom;
    return [
      ...(outside ? [`${own} leaves the canvas`] : []),
      ...boxes.flatMap((other, at) =>
        at > index && boxesMeet(box, other) ? [`${own} meets ${texts[at]?.text}`] : [],
      ),
      ...(line.some(([from, to]) => strokeMeets(from, to, box, 1))
        ? [`${own} meets the line`]
        : []),
      ...(rules.some(([from, to]) => strokeMeets(from, to, box))
        ? [`${own} is crossed by a rule`]
        : []),
    ];
  });
}

test('no label meets another, the line, an event rule or the edge, whatever is drawn', () => {
  fc.assert(
    fc.property(anyFinding, (found) => {
      expect(clashes(drawTrend(found, words))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test.each(Object.entries(shapes))(
  'no label is in the way in the chart %s',
  (_, { finding: found, words: said }) => {
    expect(clashes(drawTrend(found, said))).toEqual([]);
  },
);

test('a label moved onto another, onto the line or off the canvas is noticed', () => {
  const { finding: found } = shapeNamed('half-year');
  const spec = drawTrend(found, words);
  const moved = (x: number, y: number) => {
    const datasets = structuredClone(spec['datasets']) as {
      texts: { x: number; y: number; text: string }[];
    };
    const label = datasets.texts.find(({ text }) => text === 'Northmere');
    return clashes({
      ...spec,
      datasets: {
        ...datasets,
        texts: datasets.texts.map((row) => (row === label ? { ...row, x, y } : row)),
      },
    });
  };
  const { texts, line } = readDrawing(spec);
  const padding = spec['padding'] as { left: number; top: number };
  const vertex = line[3]?.[0] ?? { x: 0, y: 0 };
  expect(texts.length).toBeGreaterThan(15);
  expect(moved(vertex.x - padding.left, vertex.y - padding.top)).toContain(
    'Northmere meets the line',
  );
  expect(moved(700, 0)).toContain('Northmere leaves the canvas');
  expect(moved(-80, -17)).toContain('Trips a week meets Northmere');
});

const tick = /^(?:\[c\]|\d{4}|[A-Z][a-z]{2}|\d{1,2} [A-Z][a-z]{2}|[\d,.]+(?: million| billion)?)$/u;
const date = /^\d{1,2} [A-Z][a-z]+ \d{4}$/u;

/** The texts of a chart that come from nowhere: neither words, names and labels it was given, nor axis labels or dates of events. */
function strangers(
  spec: ChartSpec,
  found: TrendFinding,
  given: readonly string[],
): readonly string[] {
  const whole = [
    ...given,
    found.area.name,
    ...found.periods.map(({ label }) => label),
    ...found.events.map(({ label }) => label),
  ];
  return readDrawing(spec)
    .texts.map(({ text }) => text)
    .filter(
      (text) => !whole.some((each) => each.includes(text)) && !tick.test(text) && !date.test(text),
    );
}

test('a chart prints only the words it is given, axis labels and the dates of events', () => {
  for (const { finding: found, words: said } of Object.values(shapes)) {
    const given = [said.title, said.subtitle, ...said.source, said.usualLabel, said.trips];
    const spec = drawTrend(found, said);
    expect(strangers(spec, found, given)).toEqual([]);
    expect(strangers(spec, found, given.slice(1))).not.toEqual([]);
  }
});

test('no word of title, subtitle, source, names or labels is lost', () => {
  for (const { finding: found, words: said } of Object.values(shapes)) {
    const drawn = readDrawing(drawTrend(found, said))
      .texts.map(({ text }) => text)
      .join(' ');
    const published = found.weeks.some(({ trips }) => trips.kind === 'published');
    for (const text of [
      said.title,
      said.subtitle,
      ...said.source,
      ...(published ? [found.area.name] : []),
    ]) {
      expect(drawn).toContain(text);
    }
  }
});
