import type { Axis } from './axis.ts';
import type { PublishedTable } from './protected-rows.ts';
import type { ProtectOptions } from './read-protect-arguments.ts';

/** What anybody may know of how a table was protected: rules, shape and what follows from the published table, nothing else. */
export type PublicReport = Readonly<Record<string, unknown>>;

/** `digest`: SHA-256 of the published file, which says that report and table belong together. */
export function publicReport(
  { grid, exact, values }: PublishedTable,
  { source, devices, threshold, base }: ProtectOptions,
  { keyId, digest }: { readonly keyId: string; readonly digest: string },
): PublicReport {
  const cells = grid.axes.reduce((product, { leaves }) => product * leaves.length, 1);
  const exactCells = exact.reduce((sum, flag) => sum + flag, 0);
  return {
    mechanism: 'dependentRounding',
    threshold,
    base,
    judgedBy: devices === undefined ? 'value' : 'devices and value',
    keyId,
    value: source.value,
    keys: grid.axes.map(({ key, labels, leaves }) => ({
      name: key,
      values: leaves.length,
      largerPlaces: labels.length - leaves.length - 1,
    })),
    rows: values.length,
    cells,
    cellsExact: exactCells,
    cellsHiddenOrEmpty: cells - exactCells,
    proved: proved(grid.axes, base, devices !== undefined),
    notProved: notProved(devices !== undefined),
    tableSha256: digest,
  };
}

/** Source: docs/policy.md, paragraph 5. */
function proved(
  [first, second, ...further]: readonly Axis[],
  base: number,
  mayCut: boolean,
): readonly string[] {
  const fixed =
    further.length > 0 ? `, for each ${further.map(({ key }) => key).join(', ')} by itself,` : '';
  const places = [first, second].some((axis) => axis !== undefined && hasPlaces(axis));
  const sums =
    second === undefined
      ? `The total${places ? ', and every sum of one larger place,' : ''}`
      : `Every sum of one ${first?.key} or one ${second.key}${places ? ', or of one larger place of either' : ''}`;
  const truth = mayCut ? `the true one, hidden cells above ${base} cut to ${base}` : 'the true one';
  return [
    `${sums}${fixed} is less than ${base} away from ${truth}.`,
    `A hidden cell is 0 or ${base}: ${base} with the probability true value ÷ ${base}${mayCut ? `, from ${base} on always` : ''}.`,
    'All margins are sums of the published cells.',
  ];
}

const hasPlaces = ({ above }: Axis): boolean => above.some((place) => place >= 0);

function notProved(mayCut: boolean): readonly string[] {
  return [
    'Other margins have no bound but the sum of the bounds of their parts.',
    ...(mayCut ? ['What was cut off hidden cells is lost; how much is not told.'] : []),
    'Another draw of the same table under another key would let readers average.',
  ];
}
