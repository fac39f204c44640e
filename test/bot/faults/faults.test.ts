import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScene, type Scene } from '../open-scene.ts';
import { casesOf, type FaultGroup } from './fault-case.ts';
import { faultGroups } from './fault-groups.ts';
import { runCase } from './run-case.ts';
import { appendFileSync } from 'node:fs';

const short = { firstMs: 50, mostMs: 200 };
const open = (tells: boolean) =>
  openScene({
    slack: { sharesListFiles: tells },
    client: { deadlineMs: 4500 },
    pace: {
      sweepMs: 200,
      patience: {
        answer: { ...short, mostAttempts: 4 },
        digest: { ...short, mostAttempts: 4 },
        notice: { ...short, mostAttempts: 20 },
      },
    },
  });
test('all', async () => {
  const left = faultGroups
    .flatMap((g) => casesOf(g).map((c) => [g, c] as const))
    [Symbol.iterator]();
  const all = faultGroups.flatMap((g) => casesOf(g).map((c) => [g.step, c] as const));
  const rest = (tells: boolean) => all.filter(([, c]) => c.tells === tells).values();
  const usual = rest(false);
  const lane = async (tells: boolean, it: Iterator<any> & Iterable<any>) => {
    const scene = await open(tells);
    for (const [step, c] of it) {
      const t = performance.now();
      const n = scene.reports.length;
      let r: unknown;
      try {
        r = await runCase(scene, c);
      } catch (e) {
        r = String(e);
      }
      const ok =
        JSON.stringify(r) ===
        JSON.stringify({ sees: c.sees, answers: c.sees.posted === undefined ? 0 : 1, orphans: 0 });
      appendFileSync(
        '/tmp/faults-out.txt',
        `${ok ? 'ok ' : 'NO '} ${(performance.now() - t).toFixed(0)}ms ${step} | ${c.call} ${c.fault} x${c.times} reports ${scene.reports.length - n} ${ok ? '' : JSON.stringify(r)}\n`,
      );
    }
    await scene.close();
  };
  await Promise.all([
    lane(true, rest(true)),
    lane(false, usual),
    lane(false, usual),
    lane(false, usual),
    lane(false, usual),
  ]);
}, 900_000);
