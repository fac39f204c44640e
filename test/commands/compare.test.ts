import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replyByMode } from '#commands/by-mode.ts';
import { replyByWeekday } from '#commands/by-weekday.ts';
import type { Desk, Reply } from '#commands/command.ts';
import { compare } from '#commands/compare.ts';
import { trend } from '#commands/trend.ts';
import type { CompareFinding } from '#src/compare-finding.ts';
import type { Area } from '#src/area.ts';
import type { Edges } from '#src/answer.ts';
import type { CompareAsk, SharedWhen, TrendAsk } from '#src/grammar/ask.ts';
import type { Warehouse } from '#src/ports.ts';
import { placeNamed } from '#test/support/place-named.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';

let edges: Edges;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ edges, close } = await makeTinyEdges());
});
afterAll(() => close());

const place = (name: string): Area => placeNamed(name, edges.desk.vocabulary);

const mode = (value: string) => edges.desk.vocabulary.modes.filter((one) => one.value === value);

const trendAsk = (name: string, part: Partial<TrendAsk> = {}): TrendAsk => ({
  command: 'trend',
  origins: [],
  destinations: [place(name)],
  modes: [],
  since: { date: '2021-09-22', event: undefined },
  until: undefined,
  by: 'week',
  against: 'before',
  show: undefined,
  ...part,
});

const compareAsk = (names: readonly string[], since: SharedWhen | undefined): CompareAsk => ({
  command: 'compare',
  places: names.map(place),
  modes: [],
  since,
  until: undefined,
  show: undefined,
});

function found({ finding }: Reply): CompareFinding {
  if (finding.kind !== 'compare') throw new Error('not a comparison');
  return finding;
}

/** The change that a trend of its own finds, and its E. */
async function ownTrend(ask: TrendAsk) {
  const { finding } = await trend.reply(ask, edges.desk);
  if (finding.kind !== 'trend') throw new Error('not a trend');
  return { change: finding.change, bound: finding.bound };
}

describe('every row has the change that a trend of it finds', () => {
  const date = { kind: 'date', date: '2021-09-22' } as const;
  const names = ['Arden', 'North Arden', 'Alderton', 'Elmsea'];

  test('places', async () => {
    const { items } = found(await compare.reply(compareAsk(names, date), edges.desk));
    expect(items.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    for (const { name, change, bound } of items)
      expect({ change, bound }, name).toEqual(await ownTrend(trendAsk(name)));
    expect(items.some(({ change }) => change.kind === 'measured')).toBe(true);
  });

  test('places in the last week', async () => {
    const { items, asked } = found(await compare.reply(compareAsk(names, undefined), edges.desk));
    expect(asked).toBe('latest');
    for (const { name, change, bound } of items)
      if (change.kind === 'measured')
        expect({ change, bound }, name).toEqual(
          await ownTrend(trendAsk(name, { since: undefined })),
        );
  });

  test.each(['destinations', 'origins'] as const)('modes of trips by their %s', async (end) => {
    const ends = { origins: [], destinations: [], [end]: [place('North Arden')] };
    const ask = trendAsk('Arden', { ...ends, by: 'mode' });
    const { items } = found(await replyByMode(ask, edges.desk));
    expect(items).toHaveLength(2);
    for (const { name, change, bound } of items) {
      const modes = mode(name.toLowerCase());
      expect({ change, bound }, name).toEqual(await ownTrend({ ...ask, by: 'week', modes }));
    }
  });
});

test('each place takes its own date of an event, and a place of several dates none', async () => {
  const event = { kind: 'event', slug: 'lift-date' } as const;
  const { items } = found(
    await compare.reply(compareAsk(['Arden', 'Alderton', 'Cedarham'], event), edges.desk),
  );
  const dates = new Map(items.map(({ name, since }) => [name, since?.date]));
  const own = (region: string) =>
    edges.desk.vocabulary.events.find(
      ({ slug, area }) => slug === 'lift-date' && area === place(region).code,
    )?.date;
  expect(own('North Arden')).not.toBe(own('South Arden'));
  expect(dates.get('Alderton')).toBe(own('North Arden'));
  expect(dates.get('Cedarham')).toBe(own('South Arden'));
  expect(items.find(({ name }) => name === 'Arden')?.change).toMatchObject({
    kind: 'noEvent',
    dates: 'several',
  });
});

test('only the modes asked for are rows', async () => {
  const ask = trendAsk('Arden', { by: 'mode', modes: mode('rail') });
  const { items } = found(await replyByMode(ask, edges.desk));
  expect(items.map(({ name }) => name)).toEqual(['Rail']);
});

test('the days of a week hold its trips: seven means add up to that of the week', async () => {
  const ask = trendAsk('Arden', { by: 'weekday' });
  const { items } = found(await replyByWeekday(ask, edges.desk));
  const sums = items.map(({ change }) => (change.kind === 'measured' ? change.meanBefore : 0));
  const week = await ownTrend({ ...ask, by: 'week' });
  const { rounding } = edges.desk.warehouse.release;
  expect(items).toHaveLength(7);
  if (week.change?.kind !== 'measured') throw new Error('the week has a figure');
  const { meanBefore } = week.change;
  const total = sums.reduce((sum, mean) => sum + mean, 0);
  expect(Math.abs(total - meanBefore)).toBeLessThanOrEqual(4 * rounding);
});

/** A desk that keeps what its warehouse was asked for. */
function recordingDesk(): {
  readonly desk: Desk;
  readonly asked: { id: string; params: unknown }[];
} {
  const asked: { id: string; params: unknown }[] = [];
  const { warehouse } = edges.desk;
  const run: Warehouse['run'] = (query, params, options) => {
    asked.push({ id: query.id, params });
    return warehouse.run(query, params, options);
  };
  return { desk: { ...edges.desk, warehouse: { ...warehouse, run } }, asked };
}

const bounds = (asked: readonly { id: string; params: unknown }[]) =>
  asked.filter(({ id }) => id === 'error-bound').map(({ params }) => params);

test('all places are one question, and each place is asked for its own E', async () => {
  const { desk, asked } = recordingDesk();
  await compare.reply(compareAsk(['Alderton', 'South Arden'], undefined), desk);
  expect(asked.filter(({ id }) => id.startsWith('weekly'))).toHaveLength(1);
  const modes = ['bus', 'rail'];
  expect(bounds(asked)).toEqual([
    { destinations: [place('Alderton').code], modes },
    { destinations: [place('South Arden').code], modes },
  ]);
});

test('each mode is asked for its own E', async () => {
  const { desk, asked } = recordingDesk();
  await replyByMode(trendAsk('Arden', { by: 'mode' }), desk);
  const destinations = [place('Arden').code];
  expect(bounds(asked)).toEqual(
    expect.arrayContaining([
      { destinations, modes: ['bus'] },
      { destinations, modes: ['rail'] },
    ]),
  );
});
