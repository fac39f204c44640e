import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openEvaluator, type Evaluator } from '#test/oracle/evaluator/open-evaluator.ts';
import { makeTinyRelease, type TinyRelease } from '#test/support/make-tiny-release.ts';
import { openReleaseDouble, type ReleaseDouble } from './open-release-double.ts';

const startsWithinMs = 120_000;
/** The reference evaluator is slow. */
const weeks = 14;

/** Doubles for the tests of a file, each with the tiny release as its release 7; each ends with its test. */
export function useReleaseDouble(): {
  readonly open: (change?: Parameters<typeof openReleaseDouble>[2]) => Promise<ReleaseDouble>;
  readonly tiny: () => TinyRelease;
} {
  let evaluator: Evaluator;
  let folder: string;
  let release: TinyRelease;
  const opened: ReleaseDouble[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'release-double-'));
    release = await makeTinyRelease(folder, { weeks });
    evaluator = await openEvaluator();
  }, startsWithinMs);
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(({ double }) => double.close()));
  });
  afterAll(async () => {
    await evaluator.close();
    await rm(folder, { recursive: true });
  });
  return {
    open: async (change) => {
      const made = await openReleaseDouble(evaluator, { file: release.file, number: 7 }, change);
      opened.push(made);
      return made;
    },
    tiny: () => release,
  };
}
