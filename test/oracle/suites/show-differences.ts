import { beforeAll, describe, expect, test } from 'vitest';
import { seeded } from '#test/attack/seeded.ts';
import { makeQuestion } from '#test/oracle/corpus/questions.ts';
import { reservedInGoogleSql } from '#test/oracle/corpus/reserved-words.ts';
import type { Row } from '#test/oracle/data/dataset.ts';
import { bans } from '#test/oracle/differences/bans.ts';
import { fewRows } from '#test/oracle/differences/few-rows.ts';
import { rules } from '#test/oracle/differences/rules.ts';
import {
  expectSameRows,
  startsWithinMs,
  type Both,
  type BothEngines,
} from '#test/oracle/suites/both-engines.ts';

/** That the oracle would notice: DuckDB without one rule, or with what a ban forbids, does not give its rows. */
export function showDifferences(engines: () => BothEngines): void {
  let both: Both | undefined;
  const few = (): Both => {
    if (both === undefined) throw new Error('the rows were not loaded');
    return both;
  };
  beforeAll(async () => {
    both = await engines().load(fewRows);
  }, startsWithinMs);
  const ask = (sql: string) => makeQuestion(seeded(3), sql);

  describe('DuckDB without one rule does not give the rows of the oracle', () => {
    test.each(rules)('$rule', async ({ google, without, effect }) => {
      const truth = await expectSameRows(few(), ask(google));
      const found = await outcome(few().duckdb.askAsIs(ask(without)));
      if (effect === 'fails') expect(found).toBe('fails');
      else expectOtherRows(found, truth);
    });
  });

  describe('what the rewriter refuses has other rows in DuckDB', () => {
    test.each(bans)('$google', async ({ google, duckdb, refusal, effect }) => {
      await expect(few().duckdb.ask(ask(google))).rejects.toThrow(refusal);
      const truth = await outcome(few().oracle.ask(ask(google)));
      const found = await outcome(few().duckdb.askAsIs(ask(duckdb)));
      if (effect === 'oracleFails') expect(truth).toBe('fails');
      else expect(truth).not.toBe('fails');
      expectOtherRows(found, truth);
    });
  });

  test('the words that are never names are none to GoogleSQL either', async () => {
    for (const word of reservedInGoogleSql)
      await expect(few().oracle.ask(ask(`SELECT 1 AS ${word}`)), word).rejects.toThrow(/./u);
  });
}

type Outcome = readonly Row[] | 'fails';

async function outcome(asked: Promise<readonly Row[]>): Promise<Outcome> {
  return asked.catch(() => 'fails' as const);
}

function expectOtherRows(found: Outcome, truth: Outcome): void {
  expect(found).not.toBe('fails');
  expect(found).not.toEqual(truth);
}
