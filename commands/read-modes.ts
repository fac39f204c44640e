import type { Desk } from '#commands/command.ts';
import { codesOf } from '#commands/counted.ts';
import { readTrend } from '#commands/read-trend.ts';
import { errorBound } from '#queries/error-bound.ts';
import { weeklyByMode } from '#queries/weekly-by-mode.ts';
import type { Mode, TrendAsk } from '#src/grammar/ask.ts';
import type { Provenance } from '#src/ports.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import { mondayOf } from '#src/week.ts';

/** What a trend of each mode is found from, in the order of the modes. */
type Read = {
  readonly inputs: readonly TrendInput[];
  readonly provenance: readonly Provenance[];
};

/** Of trips that start in a place, each mode has its own rest that is counted elsewhere, so each is read as a trend. */
async function readStarting(ask: TrendAsk, modes: readonly Mode[], desk: Desk): Promise<Read> {
  const read = await Promise.all(modes.map((mode) => readTrend({ ...ask, modes: [mode] }, desk)));
  return {
    inputs: read.map(({ input }) => input),
    provenance: read.flatMap(({ provenance }) => provenance),
  };
}

async function readEnding(ask: TrendAsk, modes: readonly Mode[], desk: Desk): Promise<Read> {
  const { warehouse } = desk;
  const destinations = codesOf(ask.destinations);
  const { input, provenance } = await readTrend({ ...ask, modes }, desk);
  const period = { from: warehouse.release.firstDay, until: mondayOf(input.lastDay) };
  const [weekly, ...bounds] = await Promise.all([
    warehouse.run(
      weeklyByMode,
      { origins: codesOf([]), destinations, modes: modes.map(({ value }) => value), ...period },
      desk,
    ),
    ...modes.map(({ value }) => warehouse.run(errorBound, { destinations, modes: [value] }, desk)),
  ]);
  return {
    inputs: modes.map((mode, index) => ({
      ...input,
      mode,
      rows: weekly.rows.filter((row) => row.mode === mode.value),
      bound: bounds[index]?.rows[0]?.bound ?? 0,
    })),
    provenance: [weekly.provenance, ...provenance, ...bounds.map(({ provenance }) => provenance)],
  };
}

/** Asks the warehouse for what a trend of each of the modes is found from. */
export const readModes = (ask: TrendAsk, modes: readonly Mode[], desk: Desk): Promise<Read> =>
  (ask.origins.length === 0 ? readEnding : readStarting)(ask, modes, desk);
