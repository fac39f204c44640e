import type { Question } from '#test/oracle/engine.ts';
import { checkPartitions, checkTable, refuseText } from './check-tables.ts';
import { estimateBytes, type Bytes } from './estimate-bytes.ts';
import type { FakeAccount } from './fake-bigquery.ts';
import { readPlan, type Plan } from './read-plan.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** Checks what a query reads, and says how much that is. Refuses as BigQuery does. */
export async function planQuery(
  world: World,
  account: FakeAccount,
  question: Question,
): Promise<Bytes> {
  const catalogue = await world.catalogue();
  const named = await catalogue.tablesOf(question.sql).catch((error: unknown) => {
    throw refuseText(world, account, { sql: question.sql, message: messageOf(error) });
  });
  for (const parts of named) checkTable(world, account, parts);
  const plan = readPlan(await asQuery(catalogue.analyse(question)), question);
  checkUse(plan, question);
  checkPartitions(world, plan.scans);
  return estimateBytes(world, plan.scans);
}

/** What the evaluator refuses, refused in its words. */
export async function asQuery<T>(evaluating: Promise<T>): Promise<T> {
  try {
    return await evaluating;
  } catch (error) {
    throw new Refusal('invalidQuery', messageOf(error));
  }
}

function checkUse({ parameters }: Plan, { types }: Question): void {
  const spare = Object.keys(types).find((name) => !parameters.has(name));
  if (spare !== undefined)
    throw new Refusal('invalidQuery', `Query parameter '${spare}' is given and not used`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
