import { expect, test } from 'vitest';
import { drawReference, drawUnordered, referenceBase } from '#test/disclosure/draw-reference.ts';
import { largestError, marginErrors, margins, meanError } from '#test/disclosure/margin-errors.ts';
import { readReferenceTable } from '#test/disclosure/reference-table.ts';
import { reference, whereReference } from '#test/support/reference.ts';

test.skipIf(!reference.present).each([
  ['od_380_seed1380', 2],
  ['od_380_seed1380_q15', 1],
  ['od_150_seed1150', 2],
  ['od_50_seed1050', 2],
])(
  `%s: rows and columns are within the base, cells and totals within %d on average${whereReference}`,
  (name, mean) => {
    const table = readReferenceTable(name);
    const { cells, drawn } = drawReference(table, 1);
    const errors = marginErrors(table.cells, cells, drawn);
    expect(largestError(errors, margins.rows)).toBeLessThan(referenceBase);
    expect(largestError(errors, margins.columns)).toBeLessThan(referenceBase);
    expect(meanError(errors, margins.cellsAndTotals)).toBeLessThan(mean);
  },
);

test.skipIf(!reference.present).each([
  ['cube_24x12x26_seed4024', 2.5],
  ['cube_24x12x26_seed4024_q15', 1.7],
])(
  `%s: each week's rows, columns and regions are within the base, all margins within %d on average${whereReference}`,
  (name, mean) => {
    const table = readReferenceTable(name);
    const { cells, drawn } = drawReference(table, 1);
    const errors = marginErrors(table.cells, cells, drawn);
    expect(largestError(errors, margins.rows)).toBeLessThan(referenceBase);
    expect(largestError(errors, margins.columns)).toBeLessThan(referenceBase);
    expect(largestError(errors, margins.regionWeeks)).toBeLessThan(referenceBase);
    expect(meanError(errors, margins.every)).toBeLessThan(mean);
  },
);

test.skipIf(!reference.present)(
  `sums over 26 weeks are a third closer than those of weeks drawn alone and without order${whereReference}`,
  () => {
    const table = readReferenceTable('cube_24x12x26_seed4024');
    const means = [drawReference, drawUnordered].map((draw) => {
      const errors = Array.from({ length: 10 }, (_, key) => {
        const { cells, drawn } = draw(table, key);
        return meanError(marginErrors(table.cells, cells, drawn), margins.overAllWeeks);
      });
      return errors.reduce((sum, error) => sum + error, 0) / errors.length;
    });
    const [ordered = Number.NaN, unordered = Number.NaN] = means;
    expect(ordered).toBeLessThan((unordered * 2) / 3);
  },
);
