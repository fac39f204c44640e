import { expect, test } from 'vitest';
import { charts } from '#charts/index.ts';
import { drawTrend } from '#charts/trend.ts';
import { renderSvg } from '#src/edges/render/render-svg.ts';
import { readDrawing } from '#test/charts/drawn-labels.ts';
import {
  day,
  event,
  finding,
  shapeNamed,
  shapes,
  weeksFrom,
  words,
} from '#test/charts/fixtures.ts';
import { cutNumbers, goldenText } from '#test/charts/golden-file.ts';

const dayMs = 86_400_000;
const named = Object.entries(shapes).map(([name, shape]) => ({ name, ...shape }));

/** The rows of one data set of a specification. */
function rowsOf(
  spec: ReturnType<typeof drawTrend>,
  set: string,
): readonly Record<string, unknown>[] {
  // `drawTrend` keeps all data in named sets.
  return (spec['datasets'] as Record<string, readonly Record<string, unknown>[]>)[set] ?? [];
}

test('there is a chart for every finding that has one', () => {
  expect(Object.keys(charts)).toEqual(['trend', 'compare', 'flows', 'day']);
});

test.each(named)(
  'the specification of $name is as recorded',
  ({ name, finding: found, words: said }) => {
    const spec = `${JSON.stringify(drawTrend(found, said), undefined, 1)}\n`;
    expect(spec).toBe(goldenText(`${name}.vl.json`, spec));
  },
);

test.each(named)(
  'the drawing of $name is as recorded',
  async ({ name, finding: found, words: said }) => {
    const svg = `${cutNumbers(await renderSvg(drawTrend(found, said)))}\n`;
    expect(svg).toBe(goldenText(`${name}.svg`, svg));
  },
);

test('the line holds every published week, at the middle of the week, and no other', () => {
  const weeks = weeksFrom('2022-01-03', [500, 'c', 700, 'z', 900]);
  const rows = rowsOf(drawTrend(finding({ weeks }), words), 'line');
  expect(rows.map(({ week, trips, middleMs }) => ({ week, trips, middleMs }))).toEqual([
    { week: '2022-01-03', trips: 500, middleMs: (day('2022-01-03') + 3.5) * dayMs },
    { week: '2022-01-17', trips: 700, middleMs: (day('2022-01-17') + 3.5) * dayMs },
    { week: '2022-01-31', trips: 900, middleMs: (day('2022-01-31') + 3.5) * dayMs },
  ]);
  expect(new Set(rows.map(({ run }) => run)).size).toBe(3);
});

test('a week that is not ordinary is grey, with the strokes that lead to it', () => {
  const weeks = weeksFrom('2022-01-03', [5, 6, 7, 8, 9], {
    '2022-01-17': { kind: 'bankHoliday', label: 'Holiday' },
  });
  const rows = rowsOf(drawTrend(finding({ weeks }), words), 'line');
  const tone = (which: string) =>
    rows.filter((row) => row['tone'] === which).map(({ trips }) => trips);
  expect(tone('unusual')).toEqual([6, 7, 8]);
  expect(tone('ordinary')).toEqual([5, 6, 8, 9]);
});

test('the date asked about is drawn heavier than other events, and events outside the weeks are left out', () => {
  const weeks = weeksFrom('2022-01-03', [5, 6, 7, 8, 9]);
  const lift = event('2022-01-19', 'Rule ended');
  const events = [lift, event('2022-01-24', 'Other'), event('2021-06-01', 'Long before')];
  const spec = drawTrend(
    finding({ weeks, since: { date: lift.date, event: lift }, events }),
    words,
  );
  expect(rowsOf(spec, 'events').map(({ date, width }) => ({ date, width }))).toEqual([
    { date: '2022-01-19', width: 1.5 },
    { date: '2022-01-24', width: 1 },
  ]);
  const texts = readDrawing(spec).texts.map(({ text }) => text);
  expect(texts).toContain('19 January 2022');
  expect(texts).toContain('24 Jan 2022');
  expect(texts).not.toContain('Long before');
});

test('what happened on one day shares one rule', () => {
  const weeks = weeksFrom('2022-01-03', [5, 6, 7, 8, 9]);
  const events = [event('2022-01-19', 'One'), event('2022-01-19', 'Two')];
  const spec = drawTrend(finding({ weeks, events }), words);
  expect(rowsOf(spec, 'events')).toHaveLength(1);
  const texts = readDrawing(spec).texts.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['One', 'Two', '19 Jan 2022']));
});

test('where all weeks are withheld there are marks, dates and events, but no value axis and no line', () => {
  const { finding: found, words: said } = shapeNamed('all-withheld');
  const spec = drawTrend(found, said);
  expect(rowsOf(spec, 'line')).toEqual([]);
  expect(rowsOf(spec, 'grid')).toEqual([]);
  const texts = readDrawing(spec).texts.map(({ text }) => text);
  expect(texts.filter((text) => text === '[c]')).toHaveLength(16);
  expect(texts).not.toContain(said.trips);
});

test('the usual band covers whole weeks, and never leaves the chart', () => {
  const weeks = weeksFrom('2022-01-03', [5e3, 6e3, 7e3, 8e3, 9e3]);
  const usual = { from: '2021-10-06', to: '2022-01-13', low: 4e3, high: 6e3 };
  expect(rowsOf(drawTrend(finding({ weeks, usual }), words), 'usual')).toEqual([
    { fromMs: day('2022-01-03') * dayMs, toMs: day('2022-01-17') * dayMs, low: 4e3, high: 6e3 },
  ]);
});

test('a chart carries its text alternative', () => {
  expect(drawTrend(finding({ weeks: weeksFrom('2022-01-03', [1, 2]) }), words)['description']).toBe(
    words.alt,
  );
});
