import { afterAll, beforeAll, expect, test } from 'vitest';
import { replyByDay } from '#commands/by-day.ts';
import type { Edges } from '#src/answer.ts';
import type { TrendAsk } from '#src/grammar/ask.ts';
import { placeNamed } from '#test/support/place-named.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';

let edges: Edges;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ edges, close } = await makeTinyEdges());
});
afterAll(() => close());

const ask = (name: string, date: string | undefined): TrendAsk => ({
  command: 'trend',
  origins: [],
  destinations: [placeNamed(name, edges.desk.vocabulary)],
  modes: [],
  since: date === undefined ? undefined : { date, event: undefined },
  until: undefined,
  by: 'day',
  against: 'before',
  show: undefined,
});

test('days come with the comparison of weeks, a row a day, and a chart', async () => {
  const { finding, sentences, table, chart, provenance } = await replyByDay(
    ask('North Arden', '2022-01-26'),
    edges.desk,
  );
  if (finding.kind !== 'day') throw new Error('not by day');
  expect(sentences.map(({ text }) => text)).toContain(
    'We compare whole weeks; the chart shows days.',
  );
  expect(table.rows).toHaveLength(finding.days.length);
  expect(table.columns).toEqual(['Date', 'Day', 'Trips', 'Use or note']);
  expect(chart).toBeDefined();
  expect(provenance.map(({ queryId }) => queryId)).toContain('daily-trips');
  await expect(edges.render(chart?.spec ?? {})).resolves.toMatchObject({ widthPx: 1600 });
});

test('the days of a week add up to it', async () => {
  const { finding } = await replyByDay(ask('Arden', '2022-01-26'), edges.desk);
  if (finding.kind !== 'day') throw new Error('not by day');
  const { days, trend, release } = finding;
  const week = trend.weeks.find(({ week }) => week === days[0]?.date);
  const sum = days
    .slice(0, 7)
    .reduce((total, { trips }) => total + (trips.kind === 'published' ? trips.value : 0), 0);
  if (week?.trips.kind !== 'published') throw new Error('withheld');
  expect(Math.abs(sum - week.trips.value)).toBeLessThanOrEqual(4 * release.rounding);
});

test('what days cannot be asked of is a bug of whoever asks', async () => {
  const rail = [{ value: 'rail', label: 'Rail' }];
  await expect(
    replyByDay({ ...ask('North Arden', undefined), modes: rail }, edges.desk),
  ).rejects.toThrow('all transport');
});
