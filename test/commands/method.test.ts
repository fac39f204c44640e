import { afterAll, beforeAll, expect, test } from 'vitest';
import { method } from '#commands/method.ts';
import { trend } from '#commands/trend.ts';
import type { Edges } from '#src/answer.ts';
import type { Area } from '#src/area.ts';
import type { DataAsk, TrendAsk } from '#src/grammar/ask.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { placeNamed } from '#test/support/place-named.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';

let edges: Edges;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ edges, close } = await makeTinyEdges());
});
afterAll(() => close());

const place = (name: string): Area => placeNamed(name, edges.desk.vocabulary);

const rest = { modes: [], since: undefined, until: undefined, show: undefined } as const;
const trendOf = (name: string, date: string | undefined): TrendAsk => ({
  ...rest,
  command: 'trend',
  origins: [],
  destinations: [place(name)],
  since: date === undefined ? undefined : { date, event: undefined },
  by: 'week',
  against: 'before',
});

const explain = (about: DataAsk | undefined) =>
  method.reply({ command: 'method', about }, edges.desk);
const textOf = async (about: DataAsk | undefined) =>
  (await explain(about)).sentences.map(({ text }) => text).join('\n');

test('the method in general ends with a question that works', async () => {
  const { sentences, table, chart, provenance } = await explain(undefined);
  const last = sentences.at(-1)?.text ?? '';
  expect(last).toMatch(/^Try: method /u);
  const parsed = parseAsk(last.replace('Try: ', ''), edges.desk.vocabulary);
  expect(parsed.kind).toBe('read');
  expect(table.key).toHaveLength(table.rows.length);
  expect([chart, provenance]).toEqual([undefined, []]);
});

test('the method of a trend explains the answer that is given to it', async () => {
  const ask = trendOf('North Arden', '2022-01-26');
  const [explained, answered] = await Promise.all([explain(ask), trend.reply(ask, edges.desk)]);
  if (explained.finding.kind !== 'method' || explained.finding.about !== 'trend')
    throw new Error('not the method of a trend');
  expect(explained.finding.trend).toEqual(answered.finding);
  expect(explained.provenance.map(({ queryId }) => queryId)).toEqual(
    answered.provenance.map(({ queryId }) => queryId),
  );
  expect(explained.chart).toBeUndefined();
});

test('the method of a trend by mode or day says that the same is done for each', async () => {
  const ask = trendOf('North Arden', '2022-01-26');
  expect(await textOf({ ...ask, by: 'mode' })).toMatch(/for each type of transport/u);
  expect(await textOf({ ...ask, by: 'weekday' })).toMatch(/for each day of the week/u);
  expect(await textOf({ ...ask, by: 'day' })).not.toMatch(/for each/u);
});

test('the method of a comparison has a row of weeks for each place, by its own date', async () => {
  const { table } = await explain({
    ...rest,
    command: 'compare',
    places: [place('North Arden'), place('South Arden')],
    since: { kind: 'event', slug: 'lift-date' },
  });
  expect(table.rows.map(([name, date]) => [name, date])).toEqual([
    ['North Arden', '26 January 2022'],
    ['South Arden', '2 February 2022'],
  ]);
});

test('the method of flows says which whole weeks are counted', async () => {
  const flows = {
    ...rest,
    command: 'flows',
    way: 'into',
    place: place('North Arden'),
    parts: [],
    level: 'region',
  } as const;
  const period = {
    since: { date: '2022-01-25', event: undefined },
    until: { date: '2022-02-16', event: undefined },
  };
  expect(await textOf({ ...flows, ...period })).toMatch(
    /weeks run from 31 January 2022 to 13 February 2022/u,
  );
  expect(await textOf(flows)).toMatch(/Here that is one week/u);
});
