import { anywhere, modesOf } from '#commands/counted.ts';
import type { Desk } from '#commands/command.ts';
import { nameModes } from '#commands/name-counted.ts';
import { readCalendars } from '#commands/read-calendars.ts';
import { areas } from '#queries/areas.ts';
import { errorBound } from '#queries/error-bound.ts';
import { flows } from '#queries/flows.ts';
import type { Area } from '#src/area.ts';
import type { FlowsAsk } from '#src/grammar/ask.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Provenance } from '#src/ports.ts';
import { areaTree } from '#src/statistics/flows/area-tree.ts';
import type { FlowsInput, MatrixPlan, RankedPlan } from '#src/statistics/flows/flows-input.ts';
import { wholeWeeks } from '#src/statistics/flows/flows-period.ts';
import { planMatrix } from '#src/statistics/flows/plan-matrix.ts';
import { planRanked } from '#src/statistics/flows/plan-ranked.ts';
import type { IsoDate } from '#src/week.ts';

type Plan = RankedPlan | MatrixPlan;

/** Mondays, both counted. */
type Span = { readonly from: IsoDate; readonly until: IsoDate };

const distinct = (codes: readonly string[]): readonly string[] => [...new Set(codes)];

/** Which flows the answer looks at. One base stands for its trips in every mode asked for. */
function planOf(ask: FlowsAsk, all: readonly Area[], desk: Desk): Plan {
  const { warehouse, vocabulary } = desk;
  const unit = warehouse.release.base * modesOf(ask, desk).length;
  const context = { tree: areaTree(all), vocabulary, unit };
  const { way, place, parts } = ask;
  return way === 'between' || place === undefined
    ? planMatrix(parts, context)
    : planRanked({ way: way === 'into' ? 'into' : 'outOf', place, parts }, context);
}

/** The codes between which the warehouse is asked for trips. */
function endsOf(plan: Plan) {
  if (plan.shape === 'matrix') {
    const places = plan.places.map(({ code }) => code);
    return { origins: distinct([...places, ...plan.around.codes]), destinations: places };
  }
  const here = [plan.place.code];
  const there: readonly string[] = [
    anywhere,
    ...here,
    ...plan.ends.flatMap(({ code, without }) => [code, ...without]),
  ];
  return plan.way === 'into'
    ? { origins: distinct([...there, ...plan.around.codes]), destinations: here }
    : { origins: distinct([...here, ...plan.around.codes]), destinations: distinct(there) };
}

/** E of one week of all trips into the place, or the draw's bound of all that start there. */
async function readTotalBound(plan: Plan, ask: FlowsAsk, desk: Desk) {
  const modes = modesOf(ask, desk);
  const drawn = desk.warehouse.release.base * modes.length;
  if (plan.shape === 'matrix' || plan.way === 'outOf') return { bound: drawn, provenance: [] };
  const { rows, provenance } = await desk.warehouse.run(
    errorBound,
    { destinations: [plan.place.code], modes },
    desk,
  );
  return { bound: rows[0]?.bound ?? 0, provenance: [provenance] };
}

const spanOf = (weeks: readonly IsoDate[]): Span => ({
  from: weeks[0] ?? '',
  until: weeks.at(-1) ?? '',
});

/** Asks the warehouse for all that flows are found from. */
export async function readFlows(
  ask: FlowsAsk,
  desk: Desk,
): Promise<{ readonly input: FlowsInput; readonly provenance: readonly Provenance[] }> {
  const { warehouse, vocabulary } = desk;
  const { release } = warehouse;
  const weeks = wholeWeeks({ since: ask.since?.date, until: ask.until?.date }, release);
  const span = spanOf(weeks);
  const all = await warehouse.run(areas, {}, desk);
  const plan = planOf(ask, all.rows, desk);
  const [found, bound, flagged] = await Promise.all([
    warehouse.run(flows, { ...endsOf(plan), modes: modesOf(ask, desk), ...span }, desk),
    readTotalBound(plan, ask, desk),
    readCalendars(ask.place === undefined ? ask.parts : [ask.place], span, desk),
  ]);
  return {
    input: {
      plan,
      level: ask.level,
      mode: nameModes(ask.modes, vocabulary),
      release,
      weeks,
      calendars: flagged.calendars.map(({ place, rows }) => ({
        spoken: spokenName(place, vocabulary),
        rows,
      })),
      rows: found.rows,
      totalBound: bound.bound,
    },
    provenance: [found.provenance, all.provenance, ...bound.provenance, ...flagged.provenance],
  };
}
