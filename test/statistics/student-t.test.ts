import { expect, test } from 'vitest';
import { studentCritical, studentTailBothSides } from '#src/statistics/student-t.ts';
import { reference, whereReference } from '#test/support/reference.ts';

const folder = 'reference/statistics/outputs';

test.skipIf(!reference.present)(`Student quantiles equal R's to 1e-8${whereReference}`, () => {
  const rows = reference.csv(`${folder}/qt.csv`).filter((row) => Number(row['p']) > 0.5);
  expect(rows.length).toBeGreaterThan(20);
  for (const { df, p, qt } of rows) {
    const ours = studentCritical(2 * (1 - Number(p)), Number(df));
    expect(Math.abs(ours / Number(qt) - 1), `df ${df}, p ${p}`).toBeLessThan(1e-8);
  }
});

test.skipIf(!reference.present)(`Student tails equal R's to 1e-8${whereReference}`, () => {
  const rows = reference.csv(`${folder}/pt.csv`);
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const ours = studentTailBothSides(Number(row['t']), Number(row['df']));
    expect(Math.abs(ours / Number(row['p_two_sided']) - 1), JSON.stringify(row)).toBeLessThan(1e-8);
  }
});

test.each([
  // Abramowitz and Stegun, table 26.10
  { df: 1, critical: 12.706 },
  { df: 5, critical: 2.571 },
  { df: 30, critical: 2.042 },
])('the 95% critical value for $df degrees of freedom is $critical', ({ df, critical }) => {
  expect(studentCritical(0.05, df)).toBeCloseTo(critical, 3);
});
