/** A row of the user's areas file; `row` counts data rows from 1. */
export type AreaRow = {
  readonly row: number;
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly parent: string | undefined;
  readonly level: string | undefined;
  readonly aliases: string | undefined;
};

/** Something wrong with a row of areas, or, without `row`, with the whole file. `sameAs`: the row it repeats, whose place ends the reason. */
export type AreaProblem = {
  readonly row: number | undefined;
  readonly reason: string;
  readonly sameAs?: number | undefined;
};

const most = 30_000;

/** What is wrong with each row of areas by itself: the first thing, one problem a row. */
export function checkRows(rows: readonly AreaRow[]): readonly AreaProblem[] {
  if (rows.length === 0) return [{ row: undefined, reason: 'has no areas' }];
  if (rows.length > most)
    return [{ row: undefined, reason: `has ${rows.length} areas, more than the ${most} that fit` }];
  const first = new Map<string, number>();
  return rows.flatMap((area) => {
    const reason = checkRow(area);
    const sameAs = first.get(area.code ?? '');
    first.set(area.code ?? '', sameAs ?? area.row);
    if (reason !== undefined) return [{ row: area.row, reason }];
    return sameAs === undefined
      ? []
      : [{ row: area.row, reason: `code "${area.code}" is already in`, sameAs }];
  });
}

function checkRow({ code, name, level }: AreaRow): string | undefined {
  if (code === undefined) return 'code is empty';
  if (name === undefined) return 'name is empty';
  if (code.startsWith('elsewhere:'))
    return `code "${code}" begins with "elsewhere:", which is kept for the rest of an area`;
  if (level === 'elsewhere') return 'level "elsewhere" is kept for the rest of an area';
  if (/\p{C}/u.test(code + name + (level ?? ''))) return 'holds a control character';
  return undefined;
}
