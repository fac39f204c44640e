/**
 * One key of a table. `labels`: '' (all), its values and the larger places they lie in, ascending; cells and margins alike are
 * addressed by positions in it. `leaves`: positions of the values. `parts`: by position, the values beneath a label; none for a value.
 * `above`: by position, the nearest larger place, or −1.
 */
export type Axis = {
  readonly key: string;
  readonly labels: readonly string[];
  readonly leaves: readonly number[];
  readonly parts: readonly (readonly number[])[];
  readonly above: readonly number[];
};

/** The larger places of a label, from the nearest up. */
export type Lineage = ReadonlyMap<string, readonly string[]>;

/** `lineage` holds every value, or none. No larger place may be a value. */
export function makeAxis(key: string, values: ReadonlySet<string>, lineage: Lineage): Axis {
  const ancestors = [...values].flatMap((value) => lineage.get(value) ?? []);
  const labels = [...new Set(['', ...values, ...ancestors])].toSorted(byCode);
  const at = new Map(labels.map((label, position) => [label, position]));
  const parts = labels.map((): number[] => []);
  const above = labels.map(() => -1);
  const leaves = labels.flatMap((label, position) => (values.has(label) ? [position] : []));
  for (const leaf of leaves) {
    const line = [
      leaf,
      ...(lineage.get(labels[leaf] ?? '') ?? []).map((label) => at.get(label) ?? 0),
    ];
    for (const [step, position] of line.slice(1).entries()) {
      parts[position]?.push(leaf);
      above[line[step] ?? 0] = position;
    }
    parts[0]?.push(leaf);
  }
  return { key, labels, leaves, parts, above };
}

/** By code unit, so that every machine sorts alike. */
function byCode(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
