import { addDays, mondayOf, type IsoDate } from '#src/week.ts';

/** A trip as a view may give it, right or wrong. */
export type AnyTrip = {
  readonly trip_id: null;
  readonly device: string | null;
  readonly date: IsoDate | null;
  readonly origin: string | null;
  readonly destination: string | null;
  readonly mode: string | null;
};

/** Days, both counted. */
export type Period = { readonly from: IsoDate; readonly until: IsoDate };

type Dated = AnyTrip & { readonly date: IsoDate };

/** The rows of weekly-leaves.sql, worked out trip by trip. */
export function plainLeaves(trips: readonly AnyTrip[], period: Period) {
  return groupsOf(
    trips,
    period,
    ({ destination, date, mode, origin }) => [destination, mondayOf(date), mode, origin],
    ([destination, week, mode, origin], own) => {
      const made = perDevice(own);
      const [largest = 0, second = 0] = [...made.values()].toSorted((a, b) => b - a);
      const key = { week, origin, destination, mode };
      return { ...key, trips: own.length, devices: namedOf(made), largest, second };
    },
  );
}

/** The rows of daily-trips.sql, worked out trip by trip. */
export function plainDays(trips: readonly AnyTrip[], period: Period) {
  return groupsOf(
    trips,
    period,
    ({ destination, date }) => [destination, date],
    ([destination, date], own) => {
      return { date, destination, trips: own.length, devices: namedOf(perDevice(own)) };
    },
  );
}

/** One row for each key, in the order of the keys. A part of a key that is missing is ''. */
function groupsOf<T>(
  trips: readonly AnyTrip[],
  period: Period,
  keyOf: (trip: Dated) => readonly (string | null)[],
  rowOf: (key: readonly string[], own: readonly Dated[]) => T,
): readonly T[] {
  const taken = trips.filter((trip): trip is Dated => isTaken(trip.date, period));
  const groups = Map.groupBy(taken, (trip) =>
    keyOf(trip)
      .map((part) => part ?? '')
      .join('\t'),
  );
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => rowOf(key.split('\t'), own));
}

function isTaken(date: IsoDate | null, { from, until }: Period): date is IsoDate {
  return date !== null && mondayOf(date) >= from && addDays(mondayOf(date), 6) <= until;
}

/** Trips by device; those without one together, under ''. */
function perDevice(trips: readonly AnyTrip[]): ReadonlyMap<string, number> {
  const byDevice = Map.groupBy(trips, ({ device }) => device ?? '');
  return new Map([...byDevice].map(([device, own]) => [device, own.length]));
}

function namedOf(made: ReadonlyMap<string, number>): number {
  return [...made.keys()].filter((device) => device !== '').length;
}
