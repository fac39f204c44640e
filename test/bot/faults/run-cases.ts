import { checkAudit } from '#test/support/check-audit.ts';
import { openScene, type Scene } from '../open-scene.ts';
import type { FaultCase } from './fault-case.ts';
import { runCase, type Came } from './run-case.ts';
import { shortPatience } from './short-patience.ts';

/** So many bots at work at once: most of the time each of them waits. */
const mostBots = 4;

/** A bot as usual, but for shorter waits: Slack has a second and a half for a request. */
const openBot = (tells: boolean): Promise<Scene> =>
  openScene({
    slack: { sharesListFiles: tells },
    client: { deadlineMs: 4500 },
    pace: {
      sweepMs: 200,
      patience: shortPatience,
    },
  });

/** Cases under way. `results`: in the order of the cases. `reports`: what the operators were told, and `entries` of the audits, found whole, once all have ended. */
export type Running = {
  readonly results: readonly Promise<Came>[];
  readonly ended: Promise<{ readonly reports: readonly unknown[]; readonly entries: number }>;
};

/** Runs cases, several bots side by side, each with a workspace of its own. */
export function runCases(cases: readonly FaultCase[]): Running {
  const places = cases.map((one) => ({ one, result: Promise.withResolvers<Came>() }));
  // A case that fails is told where its result is read.
  for (const { result } of places) result.promise.catch(() => undefined);
  const work = async (tells: boolean, waiting: Iterable<(typeof places)[number]>) => {
    const scene = await openBot(tells);
    try {
      for (const { one, result } of waiting)
        await runCase(scene, one).then(result.resolve, result.reject);
      return { reports: scene.reports, entries: await checkAudit(scene.store, scene.home) };
    } finally {
      await scene.close();
    }
  };
  const usual = places.filter(({ one }) => !one.tells).values();
  const bots = [
    work(
      true,
      places.filter(({ one }) => one.tells),
    ),
    ...Array.from({ length: mostBots }, () => work(false, usual)),
  ];
  const ended = Promise.all(bots).then((all) => ({
    reports: all.flatMap(({ reports }) => reports),
    entries: all.reduce((sum, { entries }) => sum + entries, 0),
  }));
  ended.catch((error: unknown) => {
    for (const { result } of places) result.reject(error);
  });
  return { results: places.map(({ result }) => result.promise), ended };
}
