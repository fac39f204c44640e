import { join } from 'node:path';
import { queries } from '#queries/index.ts';
import {
  readRegisteredQueries,
  type RegisteredQuery,
} from '#src/edges/warehouse/registered-query.ts';
import { seeded } from '#test/attack/seeded.ts';
import { makeRandomRelease } from '#test/oracle/data/random-release.ts';
import type { Engine } from '#test/oracle/engine.ts';
import { makeOracle } from '#test/oracle/evaluator/make-oracle.ts';
import { writeGolden, type GoldenCase } from '#test/oracle/golden-file.ts';
import { makeRandomParameters } from '#test/oracle/suites/random-parameters.ts';

const sqlFolder = join(import.meta.dirname, '../../queries');
const size = { weeks: 3, leaves: 14 };
const releaseCount = 40;

/** Records what the oracle says of small random releases, for every registered query. Throws at the end where it refuses one. */
async function recordGolden(): Promise<void> {
  const oracle = await makeOracle();
  const refused: unknown[] = [];
  try {
    for (const one of await readRegisteredQueries(queries, sqlFolder))
      await recordQuery(oracle, one).catch((error: unknown) => refused.push(error));
  } finally {
    await oracle.close();
  }
  if (refused.length > 0) throw new AggregateError(refused, 'not every query was recorded');
}

async function recordQuery(oracle: Engine, registered: RegisteredQuery): Promise<void> {
  const { id } = registered.query;
  try {
    writeGolden(id, chooseCases(await askMany(oracle, registered)));
  } catch (cause) {
    throw new Error(`${id} was not recorded`, { cause });
  }
}

async function askMany(
  oracle: Engine,
  { query, sql }: RegisteredQuery,
): Promise<readonly GoldenCase[]> {
  const rng = seeded(31);
  const cases: GoldenCase[] = [];
  for (let asked = 0; asked < releaseCount; asked += 1) {
    const release = makeRandomRelease(rng, size);
    const params = makeRandomParameters(rng, query, release);
    const loaded = await oracle.load(release);
    const rows = await loaded.ask({ sql, types: query.types, params });
    cases.push({ params, tables: tablesOf(sql, release.tables), rows });
    await loaded.close();
  }
  return cases;
}

/** The tables that a query reads. */
function tablesOf(sql: string, tables: GoldenCase['tables']): GoldenCase['tables'] {
  const read = new Set([...sql.matchAll(/`protected\.([a-z_]+)`/gu)].map(([, name]) => name));
  return Object.fromEntries(Object.entries(tables).filter(([name]) => read.has(name)));
}

/** The three with most rows, one with few and, where there is one, one with none. */
function chooseCases(cases: readonly GoldenCase[]): readonly GoldenCase[] {
  const byRows = cases.toSorted((a, b) => b.rows.length - a.rows.length);
  const filled = byRows.filter(({ rows }) => rows.length > 0);
  const empty = byRows.filter(({ rows }) => rows.length === 0);
  return [...filled.slice(0, 3), ...filled.slice(3).slice(-1), ...empty.slice(0, 1)];
}

await recordGolden();
