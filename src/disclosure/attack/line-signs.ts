import type { AttackedTable } from '#src/disclosure/attack/attacked-table.ts';

/** A line in which a cell is, and whether the line adds (1) or subtracts (−1) it. */
type Mention = { readonly line: number; readonly coefficient: number };

/** By cell, the line that subtracts it and the line that adds it; undefined where none does. */
type CellEnds = {
  readonly from: number | undefined;
  readonly to: number | undefined;
};

/** A sign (1 or −1) for each line such that, the lines so signed, each cell is added at most once and subtracted at most once. */
export type SignedLines = { readonly signs: Int8Array; readonly ends: readonly CellEnds[] };

/** Undefined where a cell is in over two lines or no choice of signs will do: the table is then no network. */
export function lineSigns(table: AttackedTable): SignedLines | undefined {
  const mentions = mentionsOf(table);
  if (mentions.some((those) => those.length > 2)) return undefined;
  const signs = new Int8Array(table.lines.length);
  for (let line = 0; line < signs.length; line += 1) {
    if (signs[line] === 0) spreadSign(table, mentions, signs, line);
  }
  const ends = mentions.map((those) => ({
    from: lineWith(those, signs, -1),
    to: lineWith(those, signs, 1),
  }));
  const balanced = ends.every(
    ({ from, to }, cell) =>
      mentions[cell]?.length === Number(from !== undefined) + Number(to !== undefined),
  );
  return balanced ? { signs, ends } : undefined;
}

function mentionsOf(table: AttackedTable): readonly (readonly Mention[])[] {
  const mentions: Mention[][] = Array.from(table.lower, () => []);
  table.lines.forEach(({ cells, coefficients }, line) => {
    cells.forEach((cell, at) => mentions[cell]?.push({ line, coefficient: coefficients[at] ?? 0 }));
  });
  return mentions;
}

const lineWith = (mentions: readonly Mention[], signs: Int8Array, sign: number) =>
  mentions.find(({ line, coefficient }) => coefficient * (signs[line] ?? 0) === sign)?.line;

/** From one line to all that share cells with it, directly or not; contradictions are left for the caller to see. */
function spreadSign(
  table: AttackedTable,
  mentions: readonly (readonly Mention[])[],
  signs: Int8Array,
  first: number,
): void {
  signs[first] = 1;
  const open = [first];
  for (let line = open.pop(); line !== undefined; line = open.pop()) {
    for (const cell of table.lines[line]?.cells ?? []) {
      const [one, other] = mentions[cell] ?? [];
      if (one === undefined || other === undefined) continue;
      const far = one.line === line ? other.line : one.line;
      if (signs[far] !== 0) continue;
      signs[far] = -one.coefficient * other.coefficient * (signs[line] ?? 0);
      open.push(far);
    }
  }
}
