import type { Row } from '#test/oracle/data/dataset.ts';
import { addDays } from '#src/week.ts';
import { another, rows, withTables, type Planted } from '#test/queries/source/planted.ts';
import { firstWeek, soundTables, soundTrip } from '#test/queries/source/sound-source.ts';

const row = (rule: string, ...changes: readonly Row[]): Planted =>
  rows('trips', 'trip', rule, ...changes.map((change) => ({ trip_id: null, ...change })));

/** What can be wrong with single trips. */
export const plantedTrips: readonly Planted[] = [
  row('a trip without a date', { date: null }),
  row('a trip without a device', { device: null }, { device: '' }, { device: ' \t' }),
  row(
    'a device that looks like a number or an address',
    { device: '+447700900123' },
    { device: 'ann@example.org' },
    { device: '00:1b:44:11:3a:b7' },
  ),
  row('a trip without an origin', { origin: null }),
  row(
    'an origin that is not listed',
    { origin: 'D9' },
    { origin: 'elsewhere:D1' },
    { origin: 'elsewhere:R9' },
    { origin: '' },
  ),
  row('an origin that has areas below it', { origin: 'R1' }, { origin: 'K' }),
  row('a trip without a destination', { destination: null }),
  row('a destination that is not listed', { destination: 'd1' }, { destination: 'elsewhere:R1' }),
  row('a destination that has areas below it', { destination: 'R2' }),
  row('a trip without a mode', { mode: null }),
  row('a mode that is not listed', { mode: 'Bus' }, { mode: '' }),
  row('a trip in the future', { date: '2026-11-20' }),
  row('a trip outside the complete weeks', { date: '2026-10-25' }, { date: '2026-11-16' }),
  {
    what: 'ids that occur twice, or three times',
    check: 'trips',
    tables: another('trip', { trip_id: 'a1-0' }, { trip_id: 'a1-0' }, { trip_id: 'b2-3' }),
    broken: { 'a trip id that occurs twice': 2 },
  },
  {
    what: 'a trip under the first rule that it breaks alone',
    check: 'trips',
    tables: another('trip', { trip_id: null, device: null, origin: 'D9', mode: null }),
    broken: { 'a trip without a device': 1 },
  },
  {
    what: 'no trip twice where an area and a mode are listed twice',
    check: 'trips',
    tables: withTables({
      trip: [{ ...soundTrip, date: null }],
      area: [...soundTables.area, ...soundTables.area],
      mode: [...soundTables.mode, ...soundTables.mode],
    }),
    broken: { 'a trip without a date': 1 },
  },
];

const second = addDays(firstWeek, 7);
const outsideSecond = soundTables.trip.filter(
  ({ date }) => String(date) < second || String(date) >= addDays(second, 7),
);

/** As many devices in the second week, each on one day, but the first few on another day as well. */
function onOneDay(devices: number, again: number): Planted['tables'] {
  const trip = (device: number, day: number) => ({
    ...soundTrip,
    device: `z${device}`,
    date: addDays(second, (device + day) % 7),
  });
  const once = Array.from({ length: devices }, (_, device) => trip(device, 0));
  const more = Array.from({ length: again }, (_, device) => trip(device, 1));
  return withTables({ trip: [...outsideSecond, ...once, ...more] });
}

const rotated = 'a week in which hardly any device is seen on two days';
const gap = 'a complete week without trips';
const thin = 'a week with trips on fewer than 6 days';

function week(what: string, tables: Planted['tables'], broken: Planted['broken']): Planted {
  return { what, check: 'weeks', tables, broken };
}

/** What can be wrong with whole weeks. */
export const plantedWeeks: readonly Planted[] = [
  week('a week without trips', withTables({ trip: outsideSecond }), { [gap]: 1 }),
  week('no trips at all', withTables({ trip: [] }), { [gap]: 3 }),
  week(
    'a week of five days',
    withTables({
      trip: soundTables.trip.filter(
        ({ date }) => !['2026-11-07', '2026-11-08'].includes(String(date)),
      ),
    }),
    { [thin]: 1 },
  ),
  week(
    'a week of six days, which will do',
    withTables({ trip: soundTables.trip.filter(({ date }) => date !== '2026-11-08') }),
    {},
  ),
  week('pseudonyms that change daily', onOneDay(105, 5), { [rotated]: 1 }),
  week('one device in twenty seen again, which will do', onOneDay(105, 6), {}),
  week('too few devices to tell', onOneDay(99, 0), {}),
  week(
    'days after the complete weeks, which count for none',
    another('trip', { date: '2026-11-16' }),
    {},
  ),
];
