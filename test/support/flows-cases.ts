import type { Area } from '#src/area.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { FlowsFinding } from '#src/flows-finding.ts';
import type { Mode } from '#src/grammar/ask.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { areaTree } from '#src/statistics/flows/area-tree.ts';
import { findFlows } from '#src/statistics/flows/find-flows.ts';
import type {
  FlowRow,
  FlowsInput,
  MatrixPlan,
  RankedPlan,
} from '#src/statistics/flows/flows-input.ts';
import type { CalendarRow } from '#src/statistics/ordinary-weeks.ts';
import { planMatrix } from '#src/statistics/flows/plan-matrix.ts';
import { planRanked } from '#src/statistics/flows/plan-ranked.ts';
import { caseNamed } from '#test/support/case-named.ts';
import { release } from '#test/support/trend-input.ts';

const area = (code: string, name: string, level: string, parent: string | undefined): Area => ({
  code,
  name,
  level,
  parent,
});
const elsewhere = (code: string, name: string) =>
  area(`elsewhere:${code}`, `Elsewhere in ${name}`, 'elsewhere', code);

const regionNames = ['North Arden', 'South Arden', 'Isle Coast', 'High Moor'];
const districtNames = [
  ['Alderton', 'Birchwick', 'Ashcombe'],
  ['Cedarham', 'Dunmore', 'Elmsea'],
  ['Port Fennick', 'Grayling Sands', 'Little Harrow'],
  ['Ivybridge Moor', 'Juniper Vale', 'Bournemouth, Christchurch and Poole'],
];

const regions = regionNames.map((name, index) => area(`R${index + 1}`, name, 'region', 'A'));
const districts = districtNames.flatMap((names, region) =>
  names.map((name, index) =>
    area(`R${region + 1}D${index + 1}`, name, 'district', `R${region + 1}`),
  ),
);
const country = area('A', 'Arden', 'country', undefined);

/** Arden with four regions of three districts each, and the rest of each area. */
export const places = { country, regions, districts };
const placeAreas: readonly Area[] = [country, ...regions, ...districts];
const allAreas: readonly Area[] = [
  ...placeAreas,
  ...regions.map(({ code, name }) => elsewhere(code, name)),
  elsewhere('A', 'Arden'),
];

/** Where leaves start and end: districts, and the rest of each area. */
export const feet: readonly string[] = allAreas
  .filter(({ level }) => level === 'district' || level === 'elsewhere')
  .map(({ code }) => code);

const modes: readonly Mode[] = [
  { value: 'bus', label: 'Bus' },
  { value: 'rail', label: 'Rail and Tube' },
];

export const flowsVocabulary: Vocabulary = {
  areas: placeAreas,
  aliases: [{ alias: 'the Isle Coast', code: 'R3' }],
  modes,
  events: [],
  firstDay: release.firstDay,
  lastDay: release.lastDay,
};

/** A leaf of all modes and weeks together. */
export type Leaf = {
  readonly origin: string;
  readonly destination: string;
  readonly trips: number;
};

/** A foot and all that it lies in, and anywhere. */
export function around(code: string): readonly string[] {
  const parent = allAreas.find((one) => one.code === code)?.parent;
  return parent === undefined ? [code, '*'] : [code, ...around(parent)];
}

/** Every pair of places that leaves belong to, as the warehouse sums them. */
function rowsOf(leaves: readonly Leaf[]): readonly Protected<FlowRow>[] {
  const sums = new Map<string, { origin: string; destination: string; trips: number }>();
  for (const leaf of leaves)
    for (const origin of around(leaf.origin))
      for (const destination of around(leaf.destination)) {
        const key = `${origin} ${destination}`;
        const before = sums.get(key)?.trips ?? 0;
        sums.set(key, { origin, destination, trips: before + leaf.trips });
      }
  // Only tests may call invented rows protected.
  return [...sums.values()] as unknown as readonly Protected<FlowRow>[];
}

type Common = Omit<FlowsInput, 'plan' | 'rows' | 'calendars'>;

const common: Common = {
  level: 'region',
  mode: { value: 'all', label: 'All transport' },
  release,
  weeks: ['2022-12-12'],
  totalBound: 800,
};

/** What may differ from an ordinary question. `unit`: trips of one base over the modes asked for. */
export type FlowsQuestion = Partial<Common> & {
  readonly leaves: readonly Leaf[];
  readonly way?: 'into' | 'outOf';
  readonly place?: Area;
  readonly parts?: readonly Area[];
  readonly unit?: number;
  readonly calendar?: readonly CalendarRow[];
  /** The places whose calendar that is, where it is not that of all. */
  readonly flagged?: readonly Area[];
};

/** The calendar of each of some places. */
const calendarsOf = (
  asked: readonly Area[],
  {
    calendar = [],
    flagged = asked,
  }: {
    readonly calendar: readonly CalendarRow[] | undefined;
    readonly flagged: readonly Area[] | undefined;
  },
): FlowsInput['calendars'] =>
  asked.map((one) => ({
    spoken: spokenName(one, flowsVocabulary),
    rows: flagged.includes(one) ? calendar : [],
  }));

const contextOf = (unit: number) => ({
  tree: areaTree(allAreas),
  vocabulary: flowsVocabulary,
  unit,
});

/** Flows into or out of a place: into North Arden by region, if nothing else is said. */
export function rankedInput(question: FlowsQuestion): FlowsInput<RankedPlan> {
  const {
    leaves,
    way = 'into',
    place = regions[0],
    parts = regions,
    unit = 800,
    calendar,
    flagged,
    ...rest
  } = question;
  if (place === undefined) throw new Error('no place');
  const plan = planRanked({ way, place, parts }, contextOf(unit));
  const calendars = calendarsOf([place], { calendar, flagged });
  return { ...common, ...rest, plan, calendars, rows: rowsOf(leaves) };
}

/** Flows between places: the regions, if nothing else is said. */
export function matrixInput(question: FlowsQuestion): FlowsInput<MatrixPlan> {
  const { leaves, parts = regions, unit = 800, calendar, flagged, ...more } = question;
  const { way: _way, place: _place, ...rest } = more;
  const calendars = calendarsOf(parts, { calendar, flagged });
  const plan = planMatrix(parts, contextOf(unit));
  return { ...common, ...rest, plan, calendars, rows: rowsOf(leaves) };
}

/** Trips by the sizes of both ends, many more within a district; little is known only as elsewhere where `rest` is small. */
function ordinaryLeaves(scale: number, rest = 0.002): readonly Leaf[] {
  const size = (code: string): number =>
    code.startsWith('elsewhere:') ? rest : 4 / (2 + feet.indexOf(code));
  return feet.flatMap((origin) =>
    feet.map((destination) => {
      const home =
        origin === destination ? 30 : around(origin)[1] === around(destination)[1] ? 6 : 1;
      return {
        origin,
        destination,
        trips: Math.round(scale * size(origin) * size(destination) * home),
      };
    }),
  );
}

const someTrips = (...flows: readonly (readonly [string, string, number])[]): readonly Leaf[] =>
  flows.map(([origin, destination, trips]) => ({ origin, destination, trips }));

/** As many trips from each region to the next. */
const alike = (trips: number): readonly Leaf[] =>
  someTrips(['R1D1', 'R2D1', trips], ['R2D1', 'R3D1', trips], ['R3D1', 'R4D1', trips]);

const weeks = ['2022-11-28', '2022-12-05', '2022-12-12'];
const holiday = { week: '2022-12-12', kind: 'christmas', label: 'Christmas' };
const rail = { value: 'rail', label: 'Rail and Tube' };
const [north, , coast] = regions;
const poole = districts.at(-1);
if (north === undefined || coast === undefined || poole === undefined) throw new Error('no places');
const large = ordinaryLeaves(900_000);
const folded = ordinaryLeaves(60_000, 0.2);
const manyWeeks = { weeks, calendar: [holiday], mode: rail };

/** Every branch of what flows can say, by name. */
export const flowsCases: Readonly<Record<string, FlowsInput>> = {
  'into a region': rankedInput({ leaves: large }),
  'out of a region': rankedInput({ leaves: large, way: 'outOf' }),
  'into a place with an article': rankedInput({ leaves: large, place: coast }),
  'into a district by region': rankedInput({ leaves: folded, place: poole }),
  'into a district by district': rankedInput({ leaves: folded, place: poole, parts: districts }),
  'out of a district by district': rankedInput({
    leaves: folded,
    place: poole,
    parts: districts,
    way: 'outOf',
  }),
  'several weeks by rail': rankedInput({ leaves: large, ...manyWeeks }),
  'several weeks by rail into a long name': rankedInput({
    leaves: folded,
    ...manyWeeks,
    place: poole,
    parts: districts,
  }),
  'a week of a holiday': rankedInput({ leaves: large, calendar: [holiday] }),
  'into the whole country': rankedInput({ leaves: large, place: country }),
  'shares to the nearest five': rankedInput({ leaves: ordinaryLeaves(10_000) }),
  'only trips within it': rankedInput({
    leaves: [{ origin: 'R1D1', destination: 'R1D1', trips: 90_000 }],
  }),
  'nothing from outside, for certain': rankedInput({
    leaves: [{ origin: 'R1D1', destination: 'R1D1', trips: 90_000 }],
    totalBound: 0,
  }),
  'no trips within it to show': rankedInput({
    leaves: [{ origin: 'R2D1', destination: 'R1D1', trips: 90_000 }],
  }),
  'one flow too small': rankedInput({
    leaves: large.filter(({ origin }) => !origin.startsWith('R4')),
  }),
  'too small to say': rankedInput({ leaves: ordinaryLeaves(1), mode: rail }),
  'no trips at all': rankedInput({ leaves: [], totalBound: 0 }),
  'between regions': matrixInput({ leaves: large }),
  'between regions over weeks': matrixInput({ leaves: large, ...manyWeeks }),
  'between three districts': matrixInput({
    leaves: folded,
    parts: [0, 1, 11].flatMap((at) => districts.slice(at, at + 1)),
    level: undefined,
  }),
  'between districts': matrixInput({ leaves: large, parts: districts, level: 'district' }),
  'between districts in a holiday': matrixInput({
    leaves: large,
    parts: districts.slice(3),
    level: 'district',
    calendar: [holiday],
  }),
  'between regions, one in a holiday': matrixInput({
    leaves: large,
    calendar: [holiday],
    flagged: [coast],
  }),
  'between regions, two in a holiday': matrixInput({
    leaves: large,
    ...manyWeeks,
    flagged: [north, coast],
  }),
  'between regions, three in a holiday': matrixInput({
    leaves: large,
    calendar: [holiday],
    flagged: regions.slice(1),
  }),
  'two alike into a region': rankedInput({
    leaves: someTrips(
      ['R2D1', 'R1D1', 130_000],
      ['R3D1', 'R1D1', 128_000],
      ['R4D1', 'R1D1', 50_000],
    ),
  }),
  'three close into a region': rankedInput({
    leaves: someTrips(['R2D1', 'R1D1', 15_000], ['R3D1', 'R1D1', 12_000], ['R4D1', 'R1D1', 11_000]),
  }),
  'two after one into a region': rankedInput({
    parts: districts,
    leaves: someTrips(
      ['R2D1', 'R1D1', 150_000],
      ['R3D1', 'R1D1', 31_000],
      ['R4D1', 'R1D1', 30_500],
      ['R4D2', 'R1D1', 30_000],
    ),
  }),
  'the third like the fourth, out of a district': rankedInput({
    way: 'outOf',
    place: poole,
    parts: districts,
    leaves: someTrips(
      ['R4D3', 'R1D1', 90_000],
      ['R4D3', 'R1D2', 70_000],
      ['R4D3', 'R1D3', 20_000],
      ['R4D3', 'R2D1', 19_000],
    ),
  }),
  'one that hardly shows': rankedInput({ leaves: someTrips(['R2D1', 'R1D1', 5500]) }),
  'two regions that exchange alike': matrixInput({
    leaves: someTrips(['R2D1', 'R1D1', 130_000], ['R1D1', 'R2D1', 128_000]),
    parts: regions.slice(0, 2),
    level: undefined,
  }),
  'regions that exchange alike over weeks': matrixInput({
    leaves: [...someTrips(['R2D1', 'R1D1', 90_000]), ...alike(90_500)],
    ...manyWeeks,
  }),
  'only elsewhere between': matrixInput({
    leaves: someTrips(['elsewhere:R1', 'R1D1', 90_000]),
    parts: districts.slice(0, 3),
    level: undefined,
  }),
  'nothing between': matrixInput({ leaves: ordinaryLeaves(1), mode: rail }),
  'synthetic data': rankedInput({ leaves: large, release: { ...release, synthetic: true } }),
};

/** The finding of a case. */
export const flowsNamed = (name: string): FlowsFinding => findFlows(caseNamed(flowsCases, name));
