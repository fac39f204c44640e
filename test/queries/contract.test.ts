import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractChecks } from '#queries/contract/index.ts';
import { makeDuckdbEngine, type DuckdbLoaded } from '#test/oracle/duckdb/make-duckdb-engine.ts';
import type { Engine } from '#test/oracle/engine.ts';
import { allPlanted, brokenRules, questionOf, resultsOf } from '#test/queries/source/run-check.ts';
import { soundTables, sourceOf } from '#test/queries/source/sound-source.ts';

describe("the checks of the data owners' views", () => {
  let duckdb: Engine<DuckdbLoaded>;
  beforeAll(async () => {
    duckdb = await makeDuckdbEngine();
  });
  afterAll(() => duckdb.close());

  test('find nothing in sound views, and say so rule by rule; each rule is broken below', async () => {
    const sound = await duckdb.load(sourceOf(soundTables));
    const seen: string[] = [];
    for (const { id } of contractChecks) {
      const results = resultsOf(id, await sound.ask(questionOf(id)));
      expect(results.filter(({ broken }) => broken > 0)).toEqual([]);
      seen.push(...results.map(({ rule }) => rule));
    }
    await sound.close();
    const planted = allPlanted.flatMap(({ broken }) => Object.keys(broken));
    expect(seen.length).toBeGreaterThan(40);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.toSorted()).toEqual([...new Set(planted)].toSorted());
  });

  test.each(allPlanted)('$check: $what', async ({ check, tables, broken, params }) => {
    const loaded = await duckdb.load(sourceOf(tables));
    const rows = await loaded.ask(questionOf(check, params));
    await loaded.close();
    expect(brokenRules(check, rows)).toEqual(broken);
  });
});
