import { addDays } from '#src/week.ts';
import { between, pick } from '#test/attack/seeded.ts';
import type { Dataset, Plain, Row } from '#test/oracle/data/dataset.ts';
import {
  firstWeek,
  soundTables,
  sourceOf,
  type SourceTables,
} from '#test/queries/source/sound-source.ts';

/** Views with rows that keep the rules beside rows of anything, so that each check has something to count. */
export function makeRandomSource(rng: () => number): Dataset {
  const text = (...values: readonly string[]) => pick<Plain>(rng, ['', null, ...values]);
  const code = () => text('K', 'R1', 'D1', 'D2', 'X', 'Y', 'elsewhere:R1', 'a\tb');
  const day = (first = -9) => (rng() < 0.1 ? null : addDays(firstWeek, between(rng, first, 26)));
  const week = () =>
    pick<Plain>(rng, [null, '2026-10-19', '2026-10-26', '2026-11-09', '2026-11-10']);
  const made: Readonly<Record<keyof SourceTables, () => Row>> = {
    trip: () => ({
      trip_id: text('t1', 't2', 't3'),
      device: text('a1', 'b2', 'c3', '+44', 'x@y', ' '),
      date: day(),
      origin: code(),
      destination: code(),
      mode: text('bus', 'rail', 'Bus'),
    }),
    area: () => ({
      code: code(),
      name: text('A'),
      level: text('region', 'elsewhere'),
      parent: code(),
    }),
    area_alias: () => ({ alias: text('north'), code: code() }),
    mode: () => ({
      value: text('bus', 'all', 'On foot', 'x-1'),
      label: text('A'),
      sort: pick<Plain>(rng, [null, 1]),
    }),
    event: () => ({
      slug: text('lift-date', 'Lift'),
      area: code(),
      date: day(),
      kind: text('wfh_lifted', 'wfh-lifted'),
      clause: text('a'),
      label: text('a'),
      source: text('a'),
      url: text('https://a.example', 'a'),
      confidence: text('high', 'sure'),
    }),
    holiday: () => ({
      area: code(),
      date_from: day(),
      date_to: day(),
      kind: text('bankHoliday', 'fault', 'strike'),
      label: text('a'),
    }),
    status: () => ({
      revision: pick<Plain>(rng, [null, 0, 1, 2, 3]),
      loaded_on: day(14),
      first_week: week(),
      latest_week: week(),
    }),
  };
  const tables = Object.entries(made).map(([name, make]): [string, readonly Row[]] => [
    name,
    [...soundRows(rng, name), ...Array.from({ length: between(rng, 0, 8) }, make)],
  ]);
  return sourceOf(Object.fromEntries(tables));
}

/** The sound rows of a table, now and then some or none of them. */
function soundRows(rng: () => number, name: string): readonly Row[] {
  const rows: Dataset['tables'] = soundTables;
  const kept = pick(rng, [0, 0.5, 1]);
  return (rows[name] ?? []).filter(() => rng() < kept);
}
