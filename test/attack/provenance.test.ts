import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answersTo } from '#test/attack/ask-all.ts';
import { openAttacked, type Attacked } from '#test/attack/attacked.ts';
import { cellsBehind } from '#test/attack/cells-behind.ts';
import { nameFigure, shownMean } from '#test/attack/check-statement.ts';
import { faceNames, firstDifference, type FaceName, type Faces } from '#test/attack/faces.ts';
import { edgesOver } from '#test/attack/open-attacked.ts';
import { makeOracle } from '#test/attack/oracle.ts';
import { someQuestions } from '#test/attack/questions.ts';
import { readStatements } from '#test/attack/read-statements.ts';
import { seeded } from '#test/attack/seeded.ts';
import type { Figure } from '#test/attack/subject.ts';

const questionCount = 500;
const tableShape = z.looseObject({ rows: z.array(z.array(z.string())) });
const longMs = 300_000;

/** What was found, and figures of it that would be shown otherwise had they been raw: more than so many. */
const leastTold = { trend: 2000, day: 300, flows: 500, compare: 100, method: 500 };

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

test('where the raw sum, or mean, would be shown otherwise than the protected one, the protected one is said', () => {
  const { truth } = attacked;
  const behind = cellsBehind(truth);
  const shown = (figure: Figure, value: 'x' | 'y') =>
    shownMean(figure, behind, { value, rounding: truth.rounding });
  const raw: string[] = [];
  const told = new Map<string, number>();
  for (const faces of said) {
    const { kind, statements } = readStatements(faces, truth.country);
    for (const statement of statements) {
      const counted = shown(statement, 'x');
      if (typeof statement.trips === 'string' || counted === shown(statement, 'y')) continue;
      told.set(kind, (told.get(kind) ?? 0) + 1);
      if (statement.trips === counted) raw.push(`${nameFigure(statement)}: ${counted}`);
    }
  }
  expect(raw).toEqual([]);
  for (const [kind, least] of Object.entries(leastTold))
    expect(told.get(kind), kind).toBeGreaterThan(least);
});

describe('planted faults', () => {
  const planted = (face: FaceName, change: (text: string) => string): readonly string[] => {
    const at = said.findIndex(({ spec }) => spec.includes('"trips":'));
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
      attacked.truth.leaves.filter((leaf) => leaf.week === week).reduce((sum, { x }) => sum + x, 0);
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
