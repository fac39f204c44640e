import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answersTo } from '#test/attack/ask-all.ts';
import { openAttacked, type Attacked } from '#test/attack/attacked.ts';
import { faceNames, firstDifference, type FaceName, type Faces } from '#test/attack/faces.ts';
import { edgesOver } from '#test/attack/open-attacked.ts';
import { makeOracle } from '#test/attack/oracle.ts';
import { someQuestions } from '#test/attack/questions.ts';
import { readStatements } from '#test/attack/read-statements.ts';
import { seeded } from '#test/attack/seeded.ts';
import type { TrueLeaf } from '#test/attack/truth.ts';

const questionCount = 500;
const tableShape = z.looseObject({ rows: z.array(z.array(z.string())) });
const longMs = 300_000;

let attacked: Attacked;
let texts: readonly string[] = [];
let said: readonly Faces[] = [];
let foretold: readonly Faces[] = [];

beforeAll(async () => {
  attacked = await openAttacked();
  const { edges, file } = attacked;
  texts = someQuestions(questionCount, seeded(17), edges.desk.vocabulary);
  said = await answersTo(texts, edges);
  const oracle = await makeOracle(file, edges.desk.warehouse.release);
  foretold = await answersTo(texts, await edgesOver(oracle));
}, longMs);
afterAll(() => attacked.close());

/** Answers that say anything else than what the release alone leads to. */
function unfounded(answers: readonly Faces[], expected: readonly Faces[]): readonly string[] {
  return answers.flatMap((faces, at) => {
    const [text, other] = [texts[at] ?? '', expected[at]];
    const difference = other === undefined ? 'not foretold' : firstDifference(faces, other);
    return difference === undefined ? [] : [`${text}: ${difference}`];
  });
}

test('every face of 500 answers can be foretold from the tables of the release, without its queries', () => {
  expect(unfounded(said, foretold)).toEqual([]);
  for (const face of faceNames)
    expect(said.filter((faces) => faces[face] !== '').length).toBeGreaterThan(questionCount / 2);
});

test(
  'over a copy of the release, with the raw data gone, 500 answers are byte for byte the same',
  { timeout: longMs },
  async () => {
    const { folder, file, rawFile, open } = attacked;
    await mkdir(join(folder, 'alone'));
    const copy = join(folder, 'alone/copy.duckdb');
    await copyFile(file, copy);
    await copyFile(rawFile, join(folder, 'kept'));
    await rm(rawFile);
    try {
      expect(unfounded(await answersTo(texts, await open(copy)), said)).toEqual([]);
    } finally {
      await copyFile(join(folder, 'kept'), rawFile);
    }
  },
);

const sum = (leaves: readonly TrueLeaf[], value: 'x' | 'y'): number =>
  leaves.reduce((total, leaf) => total + leaf[value], 0);

test('where the raw sum of a place would be shown otherwise than the protected one, the protected one is said', () => {
  const { leaves, within, rounding } = attacked.truth;
  const shown = (value: number) => Math.floor(value / rounding + 0.5) * rounding;
  const byWeek = Map.groupBy(leaves, ({ week }) => week);
  const raw: string[] = [];
  let told = 0;
  for (const { subject, statements } of said
    .map(readStatements)
    .filter((read) => read !== undefined)) {
    for (const {
      weeks: [week = '', ...more],
      trips,
    } of statements) {
      if (more.length > 0 || trips === undefined) continue;
      const here = (byWeek.get(week) ?? []).filter(
        (leaf) =>
          within.get(subject.place)?.has(leaf.destination) &&
          (subject.mode ?? leaf.mode) === leaf.mode,
      );
      if (shown(sum(here, 'x')) === shown(sum(here, 'y'))) continue;
      told += 1;
      if (trips === shown(sum(here, 'x'))) raw.push(`${subject.place} ${week}: ${trips}`);
    }
  }
  expect(raw).toEqual([]);
  expect(told).toBeGreaterThan(5000);
});

describe('planted faults', () => {
  const planted = (face: FaceName, change: (text: string) => string): readonly string[] => {
    const at = said.findIndex(({ spec }) => spec !== '');
    return unfounded(
      said.map((faces, index) =>
        index === at ? { ...faces, [face]: change(faces[face]) } : faces,
      ),
      foretold,
    );
  };

  test('a chart that carries a field with raw figures is found', () => {
    const found = planted('spec', (spec) => spec.replace('"trips":', '"counted":7,"trips":'));
    expect(found).toEqual([expect.stringContaining('spec: ')]);
    expect(found[0]).toContain('counted');
  });

  test('a table sorted by raw figures is found', () => {
    const total = (week: string) =>
      sum(
        attacked.truth.leaves.filter((leaf) => leaf.week === week),
        'x',
      );
    const found = planted('table', (table) => {
      const whole = tableShape.parse(JSON.parse(table));
      const weeks = [...new Set(attacked.truth.leaves.map(({ week }) => week))]
        .sort()
        .slice(-whole.rows.length);
      const order = weeks
        .map((week, at) => ({ at, trips: total(week) }))
        .sort((a, b) => b.trips - a.trips);
      return JSON.stringify({ ...whole, rows: order.map(({ at }) => whole.rows[at]) });
    });
    expect(found).toEqual([expect.stringContaining('table: ')]);
  });

  test.each(faceNames)('a number more in the %s is found', (face) => {
    expect(planted(face, (text) => `${text} 7`)).toEqual([expect.stringContaining(`${face}: `)]);
  });
});
