import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { queries } from '#queries/index.ts';
import { makeBigQueryWarehouse } from '#src/edges/warehouse/make-bigquery-warehouse.ts';
import { testWarehouse } from '#test/contract/test-warehouse.ts';
import { openEvaluator, type Evaluator } from '#test/oracle/evaluator/open-evaluator.ts';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { authOf, openReleaseDouble } from '#test/support/bigquery/open-release-double.ts';
import type { FakeBigQuery } from '#test/support/bigquery/fake-bigquery.ts';

const sqlFolder = join(import.meta.dirname, '../../../queries');

whereInstalled("the real client of BigQuery against a double of Google's server", () => {
  let evaluator: Evaluator;
  const doubles: FakeBigQuery[] = [];
  beforeAll(async () => {
    evaluator = await openEvaluator();
  }, 120_000);
  afterAll(async () => {
    await Promise.all(doubles.map((double) => double.close()));
    await evaluator.close();
  });

  testWarehouse(
    'BigQuery',
    async ({ file }) => {
      const { double, place } = await openReleaseDouble(evaluator, { file, number: 7 });
      doubles.push(double);
      const auth = authOf();
      return makeBigQueryWarehouse({ place, releaseNumber: 7, queries, sqlFolder, auth });
    },
    { weeks: 14, names: 50 },
  );
});
