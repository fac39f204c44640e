import type { DuckDBConnection } from '@duckdb/node-api';
import { textRows, type TextRow } from '../text-rows.ts';
import { chooseColumns } from './choose-columns.ts';
import type { AreaRow } from './area-rows.ts';
import { plantAreas, type AreaTree } from './plant-areas.ts';
import { rejectFile, rejectRows, stageSource } from './stage-source.ts';

const names = ['code', 'name', 'parent', 'level', 'aliases'] as const;

/** What the user says of the areas file. */
export type AreasSource = {
  readonly file: string;
  readonly map: Readonly<Record<string, string>>;
  readonly levels: readonly string[];
};

/** Reads the areas file into a tree. Throws `Rejection`. */
export async function readAreas(
  connection: DuckDBConnection,
  { file, map, levels }: AreasSource,
): Promise<AreaTree> {
  const staged = await stageSource(connection, { file, table: 'staged_areas', names }, (header) => {
    const { chosen, reasons } = chooseColumns(header, names, map);
    const absent = ['code', 'name'].filter(
      (name) => chosen[name] === undefined && map[name] === undefined,
    );
    return {
      chosen,
      reasons: [
        ...reasons,
        ...absent.map((name) => `has no column "${name}": say --map-areas ${name}=<column>`),
      ],
    };
  });
  if (staged.broken.length > 0) throw await rejectRows(staged, []);
  const rows = await textRows(connection, 'SELECT * FROM staged_areas ORDER BY row');
  const tree = plantAreas(rows.map(areaRow), {
    groupsByName: map['parent'] !== undefined,
    levels,
  });
  if ('areas' in tree) return tree;
  const whole = tree.problems.filter(({ row }) => row === undefined);
  if (whole.length > 0)
    throw rejectFile(
      file,
      whole.map(({ reason }) => reason),
    );
  throw await rejectRows(
    staged,
    tree.problems.map((wrong) => ({ ...wrong, row: wrong.row ?? 0 })),
  );
}

function areaRow({ row, code, name, parent, level, aliases }: TextRow): AreaRow {
  return { row: Number(row), code, name, parent, level, aliases };
}
