import type { Ran } from './batch.ts';

/** What came of all runs that were struck at one boundary. `whole`: runs after which the whole audit held. */
export type Tally = {
  readonly boundary: string;
  runs: number;
  struck: number;
  postedOnce: number;
  told: number;
  unheard: number;
  doubled: number;
  lost: number;
  whole: number;
  wrong: number;
};

/** Counts runs by the boundary of their first blow. */
export function tallyRuns(ran: readonly Ran[]): readonly Tally[] {
  const tallies = new Map<string, Tally>();
  for (const run of ran) {
    const boundary = run.plan.blows[0]?.boundary ?? 'none';
    const tally = tallies.get(boundary) ?? emptyTally(boundary);
    tallies.set(boundary, tally);
    tally.runs += 1;
    tally.struck += run.struck.filter(Boolean).length;
    tally.postedOnce += run.postedOnce;
    tally.told += run.told;
    tally.unheard += run.unheard;
    tally.doubled += run.doubled;
    tally.lost += run.lost;
    tally.whole += run.isWhole ? 1 : 0;
    tally.wrong += run.wrong.length;
  }
  return [...tallies.values()].toSorted((a, b) => (a.boundary < b.boundary ? -1 : 1));
}

const emptyTally = (boundary: string): Tally => ({
  boundary,
  runs: 0,
  struck: 0,
  postedOnce: 0,
  told: 0,
  unheard: 0,
  doubled: 0,
  lost: 0,
  whole: 0,
  wrong: 0,
});

const columns = [
  'runs',
  'struck',
  'postedOnce',
  'told',
  'unheard',
  'doubled',
  'lost',
  'whole',
  'wrong',
] as const;
const heads = [
  'runs',
  'struck',
  'posted once',
  'owner told',
  'notice unknown',
  'doubled',
  'lost',
  'chain whole',
  'wrong',
];

/** The tallies as lines of a table, with a total. */
export function writeTable(tallies: readonly Tally[]): string {
  const total = tallies.reduce((sum, each) => {
    for (const column of columns) sum[column] += each[column];
    return sum;
  }, emptyTally('total'));
  const width = Math.max(...tallies.map(({ boundary }) => boundary.length), 'boundary'.length);
  const line = (first: string, cells: readonly (string | number)[]) =>
    [
      first.padEnd(width),
      ...cells.map((cell, index) => String(cell).padStart(heads[index]?.length ?? 0)),
    ].join('  ');
  return [
    line('boundary', heads),
    ...[...tallies, total].map((tally) =>
      line(
        tally.boundary,
        columns.map((column) => tally[column]),
      ),
    ),
  ].join('\n');
}
