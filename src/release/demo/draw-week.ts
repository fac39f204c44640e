import { countDevices } from '#src/release/demo/count-devices.ts';
import type { DemoLeaves } from '#src/release/demo/demo-leaves.ts';
import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';
import { drawPoisson } from '#src/release/demo/draw-poisson.ts';
import { keyOf } from '#src/release/demo/keyed-uniform.ts';

/** Columns of equal length: one row per leaf and mode that the panel saw in one week. `panelTrips` and `devices` are at least 1. */
export type DrawnWeek = {
  readonly leaf: readonly number[];
  readonly mode: readonly number[];
  readonly panelTrips: readonly number[];
  readonly devices: readonly number[];
  /** Panel trips that end in each district, all modes. */
  readonly panelTripsInto: Float64Array;
};

/** A keyed drawer of weeks: what a panel of `panelShare` of all people saw of the expected trips. Every leaf, mode and week has a draw of its own. */
export function makeWeekDrawer(
  parameters: DemoParameters,
  leaves: DemoLeaves,
  expected: Float64Array,
): (week: number) => DrawnWeek {
  const { model, districts } = parameters;
  const { withinWeek, betweenWeek } = model.repeats;
  const keys = leafKeys(parameters, leaves);
  const modes = model.modes.length;
  return (week) => {
    const rows: Rows = { leaf: [], mode: [], panelTrips: [], devices: [] };
    const panelTripsInto = new Float64Array(districts.length);
    for (let at = 0; at < keys.length; at += 1) {
      const [leaf, mode] = [Math.floor(at / modes), at % modes];
      const mean = (expected[(leaf * model.weeks + week) * modes + mode] ?? 0) * model.panelShare;
      const panelTrips = drawPoisson(mean, keys[at] ?? 0, week);
      if (panelTrips === 0) continue;
      rows.leaf.push(leaf);
      rows.mode.push(mode);
      rows.panelTrips.push(panelTrips);
      rows.devices.push(
        countDevices(panelTrips, leaves.within[leaf] === 1 ? withinWeek : betweenWeek),
      );
      const destination = leaves.destination[leaf] ?? 0;
      panelTripsInto[destination] = (panelTripsInto[destination] ?? 0) + panelTrips;
    }
    return { ...rows, panelTripsInto };
  };
}

type Rows = Record<'leaf' | 'mode' | 'panelTrips' | 'devices', number[]>;

/** One key a leaf and mode, leaf by leaf. */
function leafKeys({ model, districts }: DemoParameters, leaves: DemoLeaves): Uint32Array {
  const places = leaves.origin.map(
    (origin, leaf) => `${origin}|${districts[leaves.destination[leaf] ?? 0]?.code}`,
  );
  return Uint32Array.from(
    places.flatMap((place) =>
      model.modes.map(({ value }) => keyOf(`${model.seed}|${place}|${value}`)),
    ),
  );
}
