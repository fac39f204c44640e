import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  startBothEngines,
  startsWithinMs,
  type BothEngines,
} from '#test/oracle/suites/both-engines.ts';
import { compareCorpus } from '#test/oracle/suites/compare-corpus.ts';
import { compareRegistered } from '#test/oracle/suites/compare-registered.ts';
import { showDifferences } from '#test/oracle/suites/show-differences.ts';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { isThorough } from '#test/support/thorough.ts';

/** Compares both engines in every query and construct that we use. */
function compareBoth(): void {
  const counter = { compared: 0 };
  let engines: BothEngines | undefined;
  const started = (): BothEngines => {
    if (engines === undefined) throw new Error('the engines were not started');
    return engines;
  };
  beforeAll(async () => {
    engines = await startBothEngines();
  }, startsWithinMs);
  afterAll(() => engines?.close());

  compareRegistered(started, counter);
  compareCorpus(started, counter);
  showDifferences(started);

  const least = isThorough ? 3000 : 1200;
  test(`gave the same rows at least ${least} times`, () => {
    expect(counter.compared).toBeGreaterThanOrEqual(least);
  });
}

whereInstalled('the evaluator and DuckDB', compareBoth);
