import { chooseColumns, type ChosenColumns } from './choose-columns.ts';

const known = [
  'week',
  'date',
  'origin',
  'destination',
  'mode',
  'trips',
  'devices',
  'largest',
  'second',
];

/** What the user says of the columns of the trips file. `maxTripsPerPerson` stands in for a column of devices. */
export type TripsColumns = {
  readonly map: Readonly<Record<string, string>>;
  readonly maxTripsPerPerson: number | undefined;
};

/** The trips columns found in a header, with `day` and, of `week` and `date`, the one that counts; or sentences on what is missing. */
export function chooseTrips(
  header: readonly string[],
  { map, maxTripsPerPerson }: TripsColumns,
): { readonly chosen: ChosenColumns; readonly reasons: readonly string[] } {
  const { chosen, reasons } = chooseColumns(header, known, map);
  const absent = ['origin', 'destination', 'trips'].filter(
    (name) => chosen[name] === undefined && map[name] === undefined,
  );
  const day = dayOf(chosen, map);
  return {
    chosen: 'name' in day ? withDay(chosen, day.name) : chosen,
    reasons: [
      ...reasons,
      ...('name' in day || reasons.length > 0 ? [] : [day.reason]),
      ...absent.map(
        (name) =>
          `has no column "${name}": say --map ${name}=<column> (its columns: ${header.join(', ')})`,
      ),
      ...checkDevices(chosen, map, maxTripsPerPerson),
      ...checkContributions(chosen, map),
    ],
  };
}

/** Whether the chosen columns tell what the two largest devices of a row contribute. */
export function hasContributions(chosen: ChosenColumns): boolean {
  return chosen['largest'] !== undefined && chosen['second'] !== undefined;
}

/** Whether the chosen columns give trips by week and not by day. */
export function isWeekly(chosen: ChosenColumns): boolean {
  return chosen['week'] !== undefined;
}

function dayOf(
  { week, date }: ChosenColumns,
  map: Readonly<Record<string, string>>,
): { readonly name: 'week' | 'date' } | { readonly reason: string } {
  if (week === undefined && date === undefined)
    return {
      reason: 'has no column "week" or "date": say --map week=<column> or --map date=<column>',
    };
  if (week === undefined || date === undefined)
    return { name: week === undefined ? 'date' : 'week' };
  if ((map['week'] === undefined) === (map['date'] === undefined))
    return {
      reason:
        'has both a week and a date: say which one counts, --map week=<column> or --map date=<column>',
    };
  return { name: map['week'] === undefined ? 'date' : 'week' };
}

function withDay(chosen: ChosenColumns, name: 'week' | 'date'): ChosenColumns {
  const other = name === 'week' ? 'date' : 'week';
  const kept = Object.entries(chosen).filter(([column]) => column !== other);
  return { ...Object.fromEntries(kept), day: chosen[name] ?? 0 };
}

function checkDevices(
  chosen: ChosenColumns,
  map: Readonly<Record<string, string>>,
  most: number | undefined,
): readonly string[] {
  if (map['devices'] !== undefined && chosen['devices'] === undefined) return [];
  const counted = chosen['devices'] !== undefined;
  if (counted && most !== undefined)
    return ['has a column of devices: leave out --max-trips-per-person, the count is better'];
  if (counted || most !== undefined) return [];
  return [
    'has no column of devices (distinct travellers). Ten trips may be ten people or one person, so without it small numbers cannot be protected. ' +
      'Say --map devices=<column>, or how many trips a week one person makes at most, such as --max-trips-per-person 30',
  ];
}

function checkContributions(
  chosen: ChosenColumns,
  map: Readonly<Record<string, string>>,
): readonly string[] {
  const given = ['largest', 'second'].filter(
    (name) => chosen[name] !== undefined || map[name] !== undefined,
  );
  if (given.length !== 1) return [];
  const [missing] = given[0] === 'largest' ? ['second'] : ['largest'];
  return [
    `has a column "${given[0]}" and none "${missing}": the trips of the two devices with the most are needed together. Say --map ${missing}=<column>, or rename "${given[0]}" if it is something else`,
  ];
}
