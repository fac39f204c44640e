import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '#src/week.ts';
import { between, pick } from '#test/attack/seeded.ts';
import type { Dataset, Row } from '#test/oracle/data/dataset.ts';
import { closureOf, makeRandomGeography } from '#test/oracle/data/random-geography.ts';

/** The statements that make the tables of a release. */
export const releaseSchema = readFileSync(
  join(import.meta.dirname, '../../../src/release/protected-schema.sql'),
  'utf8',
);

/** The first Monday of every random release: its weeks cross the end of a year. */
export const firstWeek = '2021-12-06';

/** Modes that leaves have; the table of modes may lack some. */
export const modeNames: readonly string[] = ['bus', 'rail', 'Cycle'];

/** How many weeks, and about how many leaves, a release may have. */
export type ReleaseSize = { readonly weeks: number; readonly leaves: number };

/** A protected release of an invented country. Some tables are empty; rows tie, and some stand twice. */
export function makeRandomRelease(rng: () => number, size: ReleaseSize): Dataset {
  const areas = makeRandomGeography(rng);
  const codes = areas.map(({ code }) => code);
  const tables: Readonly<Record<string, readonly Row[]>> = {
    area: areas,
    area_alias: many(rng, 6, () => ({
      alias: pick(rng, ['north', 'North', 'é', '']),
      code: pick(rng, codes),
    })),
    area_closure: closureOf(areas),
    mode: modeNames.map((value) => ({
      value,
      label: pick(rng, ['A', 'a']),
      sort: between(rng, 0, 2),
    })),
    event: many(rng, 4, () => makeEvent(rng, codes)),
    calendar: many(rng, 12, () => makeFlag(rng, codes, size.weeks)),
    leaf_weekly: many(rng, size.leaves, () => makeLeaf(rng, codes, size.weeks)),
    daily: many(rng, size.leaves, () => makeDay(rng, codes, size.weeks)),
    error_bound: many(rng, 15, () => ({
      destination: pick(rng, codes),
      mode: pick(rng, modeNames),
      bound: between(rng, 0, 3) * 40,
    })),
  };
  return {
    schema: releaseSchema,
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, rows]) => [name, disturb(rng, rows)]),
    ),
  };
}

/** Rows of one table: now and then none, now and then one that stands twice, and in no order. */
function disturb(rng: () => number, rows: readonly Row[]): readonly Row[] {
  if (rng() < 0.05) return [];
  const twice = rows.filter(() => rng() < 0.05);
  return [...rows, ...twice]
    .map((row) => ({ row, at: rng() }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

function many(rng: () => number, most: number, make: () => Row): readonly Row[] {
  return Array.from({ length: between(rng, 0, most) }, make);
}

function makeLeaf(rng: () => number, codes: readonly string[], weeks: number): Row {
  return {
    week: addDays(firstWeek, 7 * between(rng, 0, weeks - 1)),
    origin: pick(rng, codes),
    destination: pick(rng, codes),
    mode: pick(rng, modeNames),
    ...makeFigure(rng),
  };
}

function makeDay(rng: () => number, codes: readonly string[], weeks: number): Row {
  return {
    date: addDays(firstWeek, between(rng, 0, 7 * weeks - 1)),
    destination: pick(rng, codes),
    ...makeFigure(rng),
  };
}

function makeFigure(rng: () => number): { readonly trips: number; readonly status: string } {
  if (rng() < 0.4) return { trips: 40, status: 'sensitive' };
  return { trips: pick(rng, [0, 40, 57, 1200, 4_000_000_000_000]), status: 'exact' };
}

function makeFlag(rng: () => number, codes: readonly string[], weeks: number): Row {
  const [kind, label] = pick(rng, [
    ['bankHoliday', "New Year's Day"],
    ['schoolHoliday', 'half-term'],
    ['christmas', 'Christmas'],
  ] as const);
  return {
    area: pick(rng, codes),
    week: addDays(firstWeek, 7 * between(rng, 0, weeks - 1)),
    kind,
    label,
  };
}

function makeEvent(rng: () => number, codes: readonly string[]): Row {
  return {
    slug: pick(rng, ['lift-date', 'lockdown']),
    area: pick(rng, codes),
    date: addDays(firstWeek, between(rng, 0, 30)),
    kind: pick(rng, ['easing', 'tightening']),
    clause: 'restrictions changed',
    label: pick(rng, ['Rules lifted', 'rules lifted']),
    source: 'Invented',
    url: 'https://example.org/rules',
  };
}
