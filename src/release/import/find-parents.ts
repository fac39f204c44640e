import type { AreaProblem, AreaRow } from './area-rows.ts';
import { slugOf } from './slug.ts';

/** An area on its way into the tree; `row` is absent where it is not of the file. */
export type Plot = {
  readonly row: number | undefined;
  readonly code: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly level: string | undefined;
};

/** Gives every row its parent's code. With `groupsByName`, a parent that is no code of the file is the name of a group, whose code is its slug. */
export function findParents(
  rows: readonly AreaRow[],
  groupsByName: boolean,
): {
  readonly plots: readonly Plot[];
  readonly groups: readonly Plot[];
  readonly problems: readonly AreaProblem[];
} {
  const codes = new Set(rows.map(({ code }) => code ?? ''));
  const groups = new Map<string, Plot>();
  const problems: AreaProblem[] = [];
  const parentOf = ({ row, parent }: AreaRow): string | undefined => {
    if (parent === undefined || codes.has(parent)) return parent;
    if (!groupsByName) {
      problems.push({
        row,
        reason: `parent "${parent}" is not a code of this file; where parents are names, say --map-areas parent=<column>`,
      });
      return undefined;
    }
    const code = slugOf(parent);
    groups.set(parent, {
      row: undefined,
      code,
      name: parent,
      parent: undefined,
      level: undefined,
    });
    return code;
  };
  const plots = rows.map((area) => ({
    row: area.row,
    code: area.code ?? '',
    name: area.name ?? '',
    parent: parentOf(area),
    level: area.level,
  }));
  return { plots, groups: [...groups.values()], problems };
}

/** Groups whose code is taken, or empty. */
export function checkCodes(plots: readonly Plot[]): readonly AreaProblem[] {
  const seen = new Set<string>();
  return plots.flatMap(({ row, code, name }) => {
    const again = seen.has(code) || code === '';
    seen.add(code);
    return again
      ? [
          {
            row,
            reason: `the parent "${name}" gives the code "${code}", which is empty or taken: give parents as codes`,
          },
        ]
      : [];
  });
}

/** Areas that lie in themselves. */
export function checkCircles(plots: readonly Plot[]): readonly AreaProblem[] {
  const parents = new Map(plots.map(({ code, parent }) => [code, parent]));
  return plots.flatMap(({ row, code }) => {
    let above = parents.get(code);
    for (let steps = 0; above !== undefined && above !== code && steps < plots.length; steps += 1)
      above = parents.get(above);
    return above === code
      ? [{ row, reason: `area "${code}" lies in itself by way of its parents` }]
      : [];
  });
}
