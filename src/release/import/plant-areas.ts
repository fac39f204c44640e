import type { Area } from '#src/area.ts';
import { checkRows, type AreaProblem, type AreaRow } from './area-rows.ts';
import { checkCircles, checkCodes, findParents, type Plot } from './find-parents.ts';
import { checkLevels, heightsOf } from './name-levels.ts';

/** `groupsByName`: a parent that is no code is the name of a group to be made. `levels`: level names from the bottom up. */
export type PlantingRules = { readonly groupsByName: boolean; readonly levels: readonly string[] };

/** The geography of a data set: every area has its parent in `areas`, without circles. `notes` are sentences on what was added. */
export type AreaTree = {
  readonly areas: readonly Area[];
  readonly aliases: readonly { readonly alias: string; readonly code: string }[];
  readonly notes: readonly string[];
};

/**
 * Turns rows into a tree: makes groups where parents are names, puts areas that stand alone under a root "All areas", and names levels.
 * A level comes from the file, else from `levels` by height, else it is `area` at the bottom, `group` above and `all` for an added root.
 */
export function plantAreas(
  rows: readonly AreaRow[],
  rules: PlantingRules,
): AreaTree | { readonly problems: readonly AreaProblem[] } {
  const wrong = checkRows(rows);
  if (wrong.length > 0) return { problems: wrong };
  const found = findParents(rows, rules.groupsByName);
  const plots = [...found.plots, ...found.groups];
  const problems = [...found.problems, ...checkCodes(plots), ...checkCircles(plots)];
  if (problems.length > 0) return { problems };
  const rooted = addRoot(plots);
  const heights = heightsOf(rooted.plots);
  const short = checkLevels(plots, heights, rules.levels);
  if (short.length > 0) return { problems: short };
  return {
    areas: rooted.plots.map((plot) =>
      areaOf(plot, heights.get(plot.code) ?? 0, rules.levels, rooted.root),
    ),
    aliases: rows.flatMap(aliasesOf),
    notes: [...sayGroups(found.groups), ...sayRoot(rooted.root)],
  };
}

function addRoot(plots: readonly Plot[]): {
  readonly plots: readonly Plot[];
  readonly root: Plot | undefined;
} {
  const parents = new Set(plots.map(({ parent }) => parent));
  const alone = plots.some(({ code, parent }) => parent === undefined && !parents.has(code));
  if (!alone) return { plots, root: undefined };
  const taken = new Set(plots.map(({ code }) => code));
  const code =
    ['all', 'all-areas', 'all-areas-of-this-file'].find((name) => !taken.has(name)) ??
    'all-areas-1';
  const root: Plot = {
    row: undefined,
    code,
    name: 'All areas',
    parent: undefined,
    level: undefined,
  };
  return {
    plots: [root, ...plots.map((plot) => ({ ...plot, parent: plot.parent ?? code }))],
    root,
  };
}

function areaOf(
  plot: Plot,
  height: number,
  levels: readonly string[],
  root: Plot | undefined,
): Area {
  const usual = plot === root ? 'all' : height === 0 ? 'area' : 'group';
  return {
    code: plot.code,
    name: plot.name,
    level: plot.level ?? levels[height] ?? usual,
    parent: plot.parent,
  };
}

function aliasesOf({
  code,
  name,
  aliases,
}: AreaRow): readonly { readonly alias: string; readonly code: string }[] {
  const words = new Set((aliases ?? '').split(';').map((alias) => alias.trim()));
  return [...words]
    .filter((alias) => alias !== '' && alias !== name && alias !== code)
    .map((alias) => ({ alias, code: code ?? '' }));
}

function sayGroups(groups: readonly Plot[]): readonly string[] {
  if (groups.length === 0) return [];
  const named = groups
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ');
  return [
    `${groups.length} areas were made from the names of parents: ${named}${groups.length > 5 ? ' and others' : ''}.`,
  ];
}

function sayRoot(root: Plot | undefined): readonly string[] {
  return root === undefined
    ? []
    : [`An area "${root.name}" (code ${root.code}) was added above those without a parent.`];
}
