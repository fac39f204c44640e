import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '#src/week.ts';
import type { Dataset, Row } from '#test/oracle/data/dataset.ts';

/** What the views give, as the contract writes it. */
export const contractSchema = readFileSync(
  join(import.meta.dirname, '../../../queries/contract/schema.sql'),
  'utf8',
);

/** Views that give these rows. BigQuery's views keep no NULL out, so neither do these tables. */
export function sourceOf(tables: Dataset['tables']): Dataset {
  return { schema: contractSchema.replaceAll(' NOT NULL', ''), room: 'source', tables };
}

/** The Monday of the first of the three weeks of `soundTables`, and the Thursday on which they are checked. */
export const firstWeek = '2026-10-26';
export const today = '2026-11-19';

const area = (code: string, level: string, parent: string | null): Row => ({
  code,
  name: `The ${code}`,
  level,
  parent,
});

/** A trip from D1 to D2 by bus. */
export const soundTrip: Row = {
  trip_id: null,
  device: 'a1',
  date: firstWeek,
  origin: 'D1',
  destination: 'D2',
  mode: 'bus',
};

/** Three devices, each with a trip on every day of three weeks. */
const trips: readonly Row[] = ['a1', 'b2', 'c3'].flatMap((device) =>
  Array.from({ length: 21 }, (_, day) => ({
    ...soundTrip,
    trip_id: `${device}-${day}`,
    device,
    date: addDays(firstWeek, day),
    origin: day % 5 === 0 ? 'elsewhere:R2' : 'D1',
  })),
);

/** Rows that keep every rule. */
export const soundTables = {
  trip: trips,
  area: [
    area('K', 'country', null),
    area('R1', 'region', 'K'),
    area('R2', 'region', 'K'),
    area('D1', 'district', 'R1'),
    area('D2', 'district', 'R1'),
    area('D3', 'district', 'R2'),
  ],
  area_alias: [{ alias: 'the north', code: 'R1' }],
  mode: [
    { value: 'bus', label: 'Bus', sort: 1 },
    { value: 'rail', label: 'Rail', sort: 2 },
  ],
  event: [
    {
      slug: 'lift-date',
      area: 'K',
      date: '2026-11-03',
      kind: 'wfh_lifted',
      clause: 'the rule ended',
      label: 'Rule ended',
      source: 'Gazette',
      url: 'https://example.org/rule',
      confidence: 'high',
    },
  ],
  holiday: [
    {
      area: 'R1',
      date_from: '2026-10-26',
      date_to: '2026-10-30',
      kind: 'schoolHoliday',
      label: 'half-term',
    },
  ],
  status: [
    { revision: 1, loaded_on: '2026-11-11', first_week: '2026-10-26', latest_week: '2026-11-02' },
    { revision: 2, loaded_on: '2026-11-18', first_week: '2026-10-26', latest_week: '2026-11-09' },
  ],
} as const satisfies Dataset['tables'];

export type SourceTables = Readonly<Record<keyof typeof soundTables, readonly Row[]>>;
