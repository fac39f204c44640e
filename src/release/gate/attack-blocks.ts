import type { DuckDBConnection } from '@duckdb/node-api';
import { attackTable } from '#src/disclosure/attack/attack-table.ts';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import type { LinearSolver } from '#src/ports.ts';
import { addDays } from '#src/week.ts';
import { releaseSql } from '../release-query.ts';
import { textRows } from '../text-rows.ts';
import type { RuleCount } from './gate-figures.ts';
import { sampleOf, type GateSample } from './gate-sample.ts';
import { latticeTable, type AreasAround, type HiddenLeaf } from './lattice-table.ts';

/** What an attack on the file needs beside it. `solver`: for what is no network. */
export type BlockAttack = {
  readonly base: number;
  readonly solver: LinearSolver;
  readonly uniform: () => number;
  readonly sample: GateSample;
};

/**
 * The optimisation attack: whoever reads the file works out the least and the most of every hidden leaf of some weeks and modes from all sums of
 * them. Each must still be able to be 0 to b − 1 where it stands as 0, and 1 to b where it stands as b.
 */
export async function attackBlocks(
  connection: DuckDBConnection,
  { base, solver, uniform, sample }: BlockAttack,
): Promise<{ readonly rule: RuleCount; readonly blocks: number }> {
  const around = await readAround(connection);
  const weeksAround = await readWindowLength(connection);
  const all = await textRows(connection, await releaseSql('attack-blocks'));
  const blocks = sampleOf(all, sample.blocks, uniform);
  let checked = 0;
  let broken = 0;
  for (const { week = '', mode = '' } of blocks) {
    const leaves = await readBlock(connection, { week, mode, weeksAround });
    checked += leaves.length;
    broken += countNarrowed(leaves, around, base, solver);
  }
  return {
    rule: { rule: 'a hidden leaf that an attacker can narrow', checked, broken },
    blocks: blocks.length,
  };
}

type SoughtBlock = { readonly week: string; readonly mode: string; readonly weeksAround: number };

async function readBlock(
  connection: DuckDBConnection,
  { week, mode, weeksAround }: SoughtBlock,
): Promise<readonly HiddenLeaf[]> {
  const params = {
    week,
    mode,
    first_week: addDays(week, -7 * weeksAround),
    last_week: addDays(week, 7 * weeksAround),
  };
  const rows = await textRows(connection, await releaseSql('attack-block'), params);
  return rows.map(({ origin = '', destination = '', published }) => ({
    origin,
    destination,
    published: Number(published),
  }));
}

/** A flow that is shown in a week may be hidden in any that is as near as the policy's window is long. The file says how long that is. */
async function readWindowLength(connection: DuckDBConnection): Promise<number> {
  const [row] = await textRows(connection, 'SELECT policy FROM release');
  return disclosurePolicy.parse(JSON.parse(row?.['policy'] ?? '{}')).eligibilityWeeks;
}

async function readAround(connection: DuckDBConnection): Promise<AreasAround> {
  const areas = await textRows(connection, 'SELECT code, parent FROM area');
  const parents = new Map(areas.map(({ code = '', parent }) => [code, parent]));
  return (area) => {
    const chain: string[] = [];
    for (let at = parents.get(area); at !== undefined; at = parents.get(at)) chain.push(at);
    return chain;
  };
}

function countNarrowed(
  leaves: readonly HiddenLeaf[],
  around: AreasAround,
  base: number,
  solver: LinearSolver,
): number {
  const bounds = attackTable(latticeTable(leaves, around, base), solver);
  return leaves.filter(({ published }, leaf) => {
    const least = published > 0 ? 1 : 0;
    return bounds.lower[leaf] !== least || bounds.upper[leaf] !== base - 1 + least;
  }).length;
}
