import * as fc from 'fast-check';
import { addDays } from '#src/week.ts';
import type { AnyTrip, Period } from '#test/queries/source/plain-figures.ts';
import { firstWeek } from '#test/queries/source/sound-source.ts';

const maybe = (...values: readonly string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.constantFrom('', null) },
  );

const day = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map((days) => addDays(firstWeek, days));

const devices = maybe('a1', 'b2', 'c3', 'd4', 'E5');

const trip: fc.Arbitrary<AnyTrip> = fc.record({
  trip_id: fc.constant(null),
  device: devices,
  date: fc.oneof(
    { weight: 15, arbitrary: day(-3, 24) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  origin: maybe('D1', 'D2', 'elsewhere:R2'),
  destination: maybe('D1', 'D2', 'nowhere'),
  mode: maybe('bus', 'rail'),
});

/** Trips of one flow in the second week, by these devices. */
const oneLeaf = (device: typeof devices): fc.Arbitrary<AnyTrip> =>
  fc.record({
    trip_id: fc.constant(null),
    device,
    date: day(7, 13),
    origin: fc.constant('D1'),
    destination: fc.constant('D2'),
    mode: fc.constant('bus'),
  });

const many = (one: fc.Arbitrary<AnyTrip>, most: number) =>
  fc.array(one, { maxLength: most, size: 'max' });

const mostly = fc.oneof(
  { weight: 9, arbitrary: fc.constant('a1') },
  { weight: 1, arbitrary: devices },
);

/** One device and its twin, which makes as many trips, among a few others. */
const twins = fc
  .tuple(many(oneLeaf(fc.constant('a1')), 6), many(oneLeaf(devices), 4))
  .map(([own, others]) => [...own, ...own.map((trip) => ({ ...trip, device: 'a2' })), ...others]);

/** Small sets of trips: over several flows and weeks with anything missing, of twins in one leaf, or of one device that makes most. The period may begin or end within a week. */
export const anyTrips: fc.Arbitrary<{
  readonly trips: readonly AnyTrip[];
  readonly period: Period;
}> = fc.record({
  trips: fc.oneof(many(trip, 60), twins, many(oneLeaf(mostly), 30)),
  period: fc.tuple(day(-9, 8), day(12, 28)).map(([from, until]) => ({ from, until })),
});
