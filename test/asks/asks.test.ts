import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '#src/grammar/keys.ts';
import { makeRecordedWarehouse } from '#test/support/recorded-warehouse.ts';
import {
  goldenNames,
  makeStages,
  readQuestion,
  readRecorded,
  readRows,
  readStages,
  stages,
  type Recorded,
  type Stages,
} from './golden-ask.ts';

let recorded: Recorded;
beforeAll(async () => {
  recorded = await readRecorded();
});

const planShape = z.object({
  ask: z
    .object({
      command: z.string(),
      by: z.string().optional(),
      way: z.string().optional(),
    })
    .optional(),
});
const answerShape = z.object({ refusal: z.object({ kind: z.string() }).optional() });

async function replay(name: string): Promise<Stages> {
  const rows = await readRows(name);
  const warehouse = makeRecordedWarehouse(recorded.release, [...recorded.words, ...rows]);
  return makeStages(await readQuestion(name), warehouse);
}

describe.each(goldenNames().map((name) => [name] as const))('%s', (name) => {
  test(`is answered as it was recorded, at each stage`, async () => {
    const [made, golden] = [await replay(name), await readStages(name)];
    for (const stage of stages) expect(made[stage], stage).toBe(golden[stage]);
  });
});

test('they are at least sixty, over every command, every way to show and every kind of refusal', async () => {
  const all = await Promise.all(goldenNames().map(readStages));
  const plans = all.map(({ plan }) => planShape.parse(JSON.parse(plan)));
  const asks = plans.flatMap(({ ask }) => (ask === undefined ? [] : [ask]));
  const answers = all.map(({ answer }) => answerShape.parse(JSON.parse(answer)));
  const refusals = answers.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.kind]));
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(asks.map(({ command }) => command))).toEqual(new Set(commands));
  expect(new Set(asks.flatMap(({ by }) => by ?? []))).toEqual(
    new Set(['week', 'day', 'weekday', 'mode']),
  );
  expect(new Set(asks.flatMap(({ way }) => way ?? []))).toEqual(
    new Set(['into', 'outOf', 'between']),
  );
  expect(new Set(refusals)).toEqual(new Set(['notUnderstood', 'outOfRange', 'tooBroad']));
});

test('a question that was not recorded is a fault, never an empty answer', async () => {
  const warehouse = makeRecordedWarehouse(recorded.release, recorded.words);
  await expect(makeStages('region:London', warehouse)).rejects.toThrow('was not recorded');
});
