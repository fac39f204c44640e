import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractChecks } from '#queries/contract/index.ts';
import { seeded } from '#test/attack/seeded.ts';
import type { Engine } from '#test/oracle/engine.ts';
import { makeOracle } from '#test/oracle/evaluator/make-oracle.ts';
import {
  expectSameRows,
  startBothEngines,
  startsWithinMs,
  type BothEngines,
} from '#test/oracle/suites/both-engines.ts';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { compareFigures } from '#test/queries/source/compare-figures.ts';
import { makeRandomSource } from '#test/queries/source/random-source.ts';
import { allPlanted, brokenRules, questionOf } from '#test/queries/source/run-check.ts';
import { sourceOf } from '#test/queries/source/sound-source.ts';
import { isThorough } from '#test/support/thorough.ts';

/** Puts the checks, and the aggregation of trips, to the oracle. */
function askOracle(): void {
  let oracle: Engine;
  let both: BothEngines;
  beforeAll(async () => {
    oracle = await makeOracle();
    both = await startBothEngines();
  }, startsWithinMs);
  afterAll(async () => {
    await both.close();
    await oracle.close();
  });

  test.each(allPlanted)('$check: $what', async ({ check, tables, broken, params }) => {
    const loaded = await oracle.load(sourceOf(tables));
    const rows = await loaded.ask(questionOf(check, params));
    await loaded.close();
    expect(brokenRules(check, rows)).toEqual(broken);
  });

  test.each(contractChecks.map(({ id }) => id))(
    '%s: both engines count alike in views of any rows',
    async (id) => {
      const rng = seeded(id.length);
      let broken = 0;
      for (let made = 0; made < (isThorough ? 60 : 20); made += 1) {
        const loaded = await both.load(makeRandomSource(rng));
        const rows = await expectSameRows(loaded, questionOf(id));
        broken += Object.keys(brokenRules(id, rows)).length;
      }
      expect(broken).toBeGreaterThan(10);
    },
    startsWithinMs,
  );

  test(
    'random trips become the leaves and days that a plain computation makes of them',
    async () => {
      await compareFigures(oracle, isThorough ? 1000 : 250);
    },
    startsWithinMs,
  );
}

whereInstalled("the evaluator over the data owners' views", askOracle);
