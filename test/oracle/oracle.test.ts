import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInstalled } from '#test/oracle/evaluator/package-files.ts';
import {
  startBothEngines,
  startsWithinMs,
  type BothEngines,
} from '#test/oracle/suites/both-engines.ts';
import { compareCorpus } from '#test/oracle/suites/compare-corpus.ts';
import { compareRegistered } from '#test/oracle/suites/compare-registered.ts';
import { showDifferences } from '#test/oracle/suites/show-differences.ts';
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

const missing =
  'The oracle is not installed, so nothing is compared with it: npm run oracle:install';

/** Where the oracle is not installed: one line in the report. In CI a failure, for CI must have it. */
function sayMissing(): void {
  test('is not installed', (context) => {
    if (process.env['CI'] !== undefined) throw new Error(missing);
    process.stderr.write(`${missing}\n`);
    context.skip(missing);
  });
}

describe("GoogleSQL's own evaluator and DuckDB", () =>
  isInstalled ? compareBoth() : sayMissing());
