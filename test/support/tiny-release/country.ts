import type { Area } from '#src/area.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { IsoDate } from '#src/week.ts';

/** A week that is not ordinary in an area and all below it. */
export type CalendarFlag = {
  readonly area: string;
  readonly week: IsoDate;
  readonly kind: 'bankHoliday' | 'schoolHoliday' | 'christmas' | 'fault';
  readonly label: string;
};

const area = (code: string, name: string, level: string, parent?: string): Area => ({
  code,
  name,
  level,
  parent,
});

/** Arden: an invented country of two regions, five districts and the rest of it. */
export const areas: readonly Area[] = [
  area('ARD', 'Arden', 'country'),
  area('ARD-N', 'North Arden', 'region', 'ARD'),
  area('ARD-N1', 'Alderton', 'district', 'ARD-N'),
  area('ARD-N2', 'Birchwick', 'district', 'ARD-N'),
  area('ARD-S', 'South Arden', 'region', 'ARD'),
  area('ARD-S1', 'Cedarham', 'district', 'ARD-S'),
  area('ARD-S2', 'Dunmore', 'district', 'ARD-S'),
  area('ARD-S3', 'Elmsea', 'district', 'ARD-S'),
  area('elsewhere:ARD', 'Elsewhere in Arden', 'elsewhere', 'ARD'),
];

export const aliases: readonly { readonly alias: string; readonly code: string }[] = [
  { alias: 'the coast', code: 'ARD-S3' },
  { alias: 'the north', code: 'ARD-N' },
];

export const modes: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'bus', label: 'Bus' },
  { value: 'rail', label: 'Rail' },
];

const source = { source: 'The Arden Gazette', url: 'https://example.org/arden' };
const lifted = {
  slug: 'lift-date',
  kind: 'wfh_lifted',
  clause: 'the work from home guidance ended',
  label: 'Work from home guidance ended',
  ...source,
};

/** One event of the whole country, one that has a different date in each region. */
export const events: readonly PolicyEvent[] = [
  {
    slug: 'wfh-date',
    area: 'ARD',
    date: '2021-12-13',
    kind: 'wfh_started',
    clause: 'the work from home guidance began',
    label: 'Work from home guidance began',
    ...source,
  },
  { ...lifted, area: 'ARD-N', date: '2022-01-26' },
  { ...lifted, area: 'ARD-S', date: '2022-02-02' },
];

const flags = (
  where: string,
  kind: CalendarFlag['kind'],
  label: string,
  weeks: readonly IsoDate[],
): readonly CalendarFlag[] => weeks.map((week) => ({ area: where, week, kind, label }));

export const calendar: readonly CalendarFlag[] = [
  ...flags('ARD', 'bankHoliday', 'Spring holiday', ['2021-04-05', '2021-05-03', '2022-04-18']),
  ...flags('ARD', 'bankHoliday', 'Summer holiday', ['2021-08-30']),
  ...flags('ARD', 'christmas', 'Christmas', ['2021-12-20', '2021-12-27']),
  ...flags('ARD-N', 'schoolHoliday', 'Half term', ['2021-02-15', '2021-10-25', '2022-02-14']),
  ...flags('ARD-S', 'schoolHoliday', 'Half term', ['2021-02-22', '2021-10-25', '2022-02-21']),
  ...flags('ARD-S3', 'fault', 'Counters out of order', ['2021-09-06']),
];
