import { startPostgres } from '#test/support/postgres-server.ts';
import { describe, startBatch, type Batch, type Ran } from './batch.ts';
import { findTargets, isFirst, planRun, type Chance, type Target } from './plan-runs.ts';
import { scenarios } from './scenarios.ts';

/** What was asked: how many runs, and the numbers that decide what is left to chance. */
export type Asked = {
  readonly runs: number;
  readonly rng: () => number;
  readonly report: (line: string) => void;
};

/** What came of them. `wrong`: everything that must never be, in words; `unstruck`: boundaries that no worker came to when it was to be struck there. */
export type Kills = {
  readonly ran: readonly Ran[];
  readonly targets: number;
  readonly deaths: number;
  readonly wrong: readonly string[];
  readonly unstruck: readonly string[];
};

const runsInBatch = 60;

/** Strikes workers at every boundary in turn, in an order of chance, as often as it was asked for. */
export async function runKills({ runs, rng, report }: Asked): Promise<Kills> {
  const server = await startPostgres();
  const ran: Ran[] = [];
  const wrong: string[] = [];
  const unstruck = new Set<string>();
  let targets: readonly Target[] = [];
  let order: readonly Target[] = [];
  let deaths = 0;
  let next = 0;

  const runBatch = async (number: number): Promise<void> => {
    const batch = await startBatch(server, `b${number}`);
    try {
      if (targets.length === 0) {
        targets = await findTargets(batch);
        order = shuffled(
          targets.filter((target) => !isFirst(target)),
          rng,
        );
      } else {
        const firsts = targets.filter(isFirst);
        await take(batch, firsts[number % firsts.length], { again: false, targets, rng });
      }
      report(`batch ${number}: ${ran.length} of ${runs} runs done, ${targets.length} boundaries`);
      const last = Math.min(runs, ran.length + runsInBatch);
      for (; ran.length < last; next += 1)
        await take(batch, order[next % order.length], {
          again: next >= order.length,
          targets,
          rng,
        });
      const late = await batch.judgeAll();
      wrong.push(...wrongsOf(late).map((what) => `batch ${number}, at its end: ${what}`));
    } finally {
      deaths += batch.deaths();
      await batch.close();
    }
  };
  const take = async (batch: Batch, target: Target | undefined, chance: Chance): Promise<void> => {
    if (target === undefined) throw new Error('no boundaries were found');
    const run = await strike(batch, target, chance);
    if (run.struck[0] !== true) unstruck.add(target.boundary);
    ran.push(run);
    wrong.push(...wrongsOf(run).map((what) => `${describe(run.plan)}: ${what}`));
  };

  try {
    for (let number = 1; ran.length < runs; number += 1) await runBatch(number);
  } finally {
    await server.stop();
  }
  return { ran, targets: targets.length, deaths, wrong, unstruck: [...unstruck] };
}

/** Who comes where first is chance: where the blow did not fall, the run is made again, another way. */
async function strike(batch: Batch, target: Target, chance: Chance): Promise<Ran> {
  let run = await batch.run(planRun(target, chance));
  for (const scenario of isFirst(target) ? [] : scenarios) {
    if (run.struck[0] === true || wrongsOf(run).length > 0) return run;
    run = await batch.run(planRun({ ...target, scenario }, chance));
  }
  return run;
}

function shuffled<T>(items: readonly T[], rng: () => number): readonly T[] {
  return items
    .map((item) => ({ item, at: rng() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const wrongsOf = ({
  doubled,
  lost,
  isWhole,
  wrong,
}: Pick<Ran, 'doubled' | 'lost' | 'isWhole' | 'wrong'>): readonly string[] => [
  ...(doubled > 0 ? [`${doubled} doubled`] : []),
  ...(lost > 0 ? [`${lost} lost`] : []),
  ...(isWhole ? [] : ['the chain is broken']),
  ...wrong,
];
