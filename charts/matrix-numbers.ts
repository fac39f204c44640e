import type { FlowMatrix } from '#src/flows-finding.ts';
import { cellUnit, unitSizes } from '#src/statistics/flows/cell-unit.ts';

/** Numbers have a decimal where the largest is below this: more would not fit. */
const leastWhole = 1000;

const formatOf = (least: number, most: number) =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: least, maximumFractionDigits: most });
const [whole, tenths, bound] = [formatOf(0, 0), formatOf(1, 1), formatOf(0, 1)];

/**
 * How the trips of a matrix are printed in its cells: all in one unit and to one `step`. Trips that round to none are "<" one step.
 * `printed` is the number as it is read back; `say` prints the bound of a class.
 */
export type MatrixNumbers = {
  readonly print: (trips: number) => string;
  readonly printed: (trips: number) => number;
  readonly say: (value: number) => string;
  readonly step: number;
};

/** Finds how the trips of a matrix are printed. */
export function matrixNumbers(finding: FlowMatrix): MatrixNumbers {
  const unit = cellUnit(finding);
  const cells = [...finding.cells.flat(), ...(finding.elsewhere?.cells ?? [])];
  const values = cells.map((cell) => (cell.kind === 'published' ? cell.value : 0));
  const most = Math.max(0, ...values) / unitSizes[unit];
  const isWhole = unit === 'trips' || most >= leastWhole;
  const perUnit = isWhole ? 1 : 10;
  const printed = (trips: number) => Math.round((trips / unitSizes[unit]) * perUnit) / perUnit;
  const print = (trips: number) => {
    const value = printed(trips);
    if (value === 0) return trips > 0 ? `<${bound.format(1 / perUnit)}` : whole.format(0);
    return (isWhole ? whole : tenths).format(value);
  };
  return { print, printed, say: (value) => bound.format(value), step: 1 / perUnit };
}
