import type { ToldFigure } from '#test/attack/check-statement.ts';
import type { ToldPercent } from '#test/attack/check-percent.ts';
import type { Answered } from '#test/attack/read-statements.ts';
import type { PercentStatement, Statement } from '#test/attack/statement.ts';
import type { Figure } from '#test/attack/subject.ts';

/** All that any asker was told, pooled. What is told twice is kept once. `sources`: how often each face of each kind of answer told a figure: "flows alt". */
export type Pool = {
  readonly figures: Map<string, ToldFigure>;
  readonly percents: Map<string, ToldPercent>;
  readonly sources: Map<string, number>;
  questions: number;
};

export const emptyPool = (): Pool => ({
  figures: new Map(),
  percents: new Map(),
  sources: new Map(),
  questions: 0,
});

const keyOf = ({ subject, time }: Figure): string =>
  `${subject.key}|${time.grain}|${time.dates.join()}`;

/** Adds what an answer told, in every face, that was given so many `times`, byte for byte alike. */
export function addToPool(pool: Pool, { kind, statements, percents }: Answered, times = 1): void {
  pool.questions += times;
  for (const { face } of [...statements, ...percents]) {
    const source = `${kind} ${face}`;
    pool.sources.set(source, (pool.sources.get(source) ?? 0) + times);
  }
  for (const statement of statements) addFigure(pool, statement);
  for (const percent of percents) addPercent(pool, percent);
}

function addFigure(pool: Pool, { subject, time, bound, trips }: Statement): void {
  const told = { subject, time, bound, trips };
  pool.figures.set(`${keyOf(told)}|${told.bound}|${told.trips}`, told);
}

function addPercent(pool: Pool, { form, part, base, percent }: PercentStatement): void {
  pool.percents.set(`${form}|${keyOf(part)}|${keyOf(base)}|${percent}`, {
    form,
    part,
    base,
    percent,
  });
}
