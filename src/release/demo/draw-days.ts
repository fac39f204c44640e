import { allocateWhole } from '#src/release/demo/allocate-whole.ts';
import { countDevices } from '#src/release/demo/count-devices.ts';
import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';
import type { DistrictWeek } from '#src/release/demo/district-days.ts';
import { keyOf } from '#src/release/demo/keyed-uniform.ts';
import { normalAt } from '#src/release/demo/keyed-normal.ts';

/** Columns of equal length: panel trips that end in a district on one day. `day` counts from the first day of the data. */
export type DrawnDays = {
  readonly day: readonly number[];
  readonly district: readonly number[];
  readonly panelTrips: readonly number[];
  readonly devices: readonly number[];
};

/** A keyed drawer of days: divides each district's panel trips of a week among its seven days, exactly. Days without trips have no row. */
export function makeDayDrawer(
  parameters: DemoParameters,
  days: readonly (readonly DistrictWeek[])[],
): (week: number, panelTripsInto: Float64Array) => DrawnDays {
  const { repeats } = parameters.model;
  const divide = makeDivider(parameters, days);
  return (week, panelTripsInto) => {
    const rows: Rows = { day: [], district: [], panelTrips: [], devices: [] };
    panelTripsInto.forEach((total, district) => {
      divide(week, district, total).forEach((panelTrips, day) => {
        if (panelTrips === 0) return;
        rows.day.push(7 * week + day);
        rows.district.push(district);
        rows.panelTrips.push(panelTrips);
        rows.devices.push(countDevices(panelTrips, repeats.day));
      });
    });
    return rows;
  };
}

type Rows = Record<'day' | 'district' | 'panelTrips' | 'devices', number[]>;

function makeDivider(
  parameters: DemoParameters,
  days: readonly (readonly DistrictWeek[])[],
): (week: number, district: number, total: number) => readonly number[] {
  const { model, districts } = parameters;
  const into = tripsInto(parameters);
  const keys = districts.map(({ code }) => keyOf(`${model.seed}|day|${code}`));
  return (week, district, total) => {
    const ofWeek = days[district]?.[week];
    if (ofWeek === undefined || total === 0) return [];
    const noise = (day: number): number =>
      1 + model.noise.day * normalAt(keys[district] ?? 0, 7 * week + day);
    const weights = dayWeights(ofWeek, into.commute[district] ?? 0, into.other[district] ?? 0);
    return allocateWhole(
      total,
      weights.map((weight, day) => weight * noise(day)),
    );
  };
}

function dayWeights(
  { factors, shock }: DistrictWeek,
  commute: number,
  other: number,
): readonly number[] {
  return shock.map(
    (left, day) =>
      commute * (factors.commute[day] ?? 0) * left.commute +
      other * (factors.other[day] ?? 0) * left.other,
  );
}

function tripsInto({ base, districts }: DemoParameters): {
  readonly commute: Float64Array;
  readonly other: Float64Array;
} {
  const commute = new Float64Array(districts.length);
  const other = new Float64Array(districts.length);
  for (let pair = 0; pair < base.commute.length; pair += 1) {
    const district = base.destination[pair] ?? 0;
    commute[district] = (commute[district] ?? 0) + (base.commute[pair] ?? 0);
    other[district] = (other[district] ?? 0) + (base.other[pair] ?? 0);
  }
  return { commute, other };
}
