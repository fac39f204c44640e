import type { DemoParameters, RegionWeek } from '#src/release/demo/demo-parameters.ts';
import { demoWeeks } from '#src/release/demo/demo-weeks.ts';
import { modeIndex } from '#src/release/demo/mode-index.ts';

/** The mode indices of every network, region and week: for each network a map from region to four numbers (car, rail, bus, active) a week. Throws where a week is missing. */
export function modeIndices(
  parameters: DemoParameters,
): readonly ReadonlyMap<string, Float64Array>[] {
  const { model } = parameters;
  const regions = [...new Set(parameters.regionWeeks.map((row) => row.region))];
  return model.networks.map(
    (network) =>
      new Map(
        regions.map((region) => [
          region,
          Float64Array.from(
            demoWeeks(model).flatMap((week) =>
              modeIndex(
                network,
                regionWeek(parameters, region, week),
                modeWeek(parameters, week),
                model.walkingShare,
              ),
            ),
          ),
        ]),
      ),
  );
}

function regionWeek(parameters: DemoParameters, region: string, week: string): RegionWeek {
  const row = parameters.regionWeeks.find((each) => each.region === region && each.week === week);
  if (row === undefined) throw new Error(`no multipliers for ${region} in the week of ${week}`);
  return row;
}

function modeWeek(parameters: DemoParameters, week: string): DemoParameters['modeWeeks'][number] {
  const row = parameters.modeWeeks.find((each) => each.week === week);
  if (row === undefined) throw new Error(`no mode series for the week of ${week}`);
  return row;
}
