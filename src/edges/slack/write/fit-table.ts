import type { AnswerPost } from '#src/post.ts';
import { cutText } from './cut-text.ts';
import { tidy } from './plain-text.ts';

type Table = AnswerPost['table'];
type Row = readonly string[];

/** What of a table is shown, as text that is never empty. `notes`: what is not, and how to see it. */
export type Fitted = {
  readonly columns: Row;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
};

/** How much may be shown: rows, and characters over all cells. */
export type Room = { readonly rows: number; readonly characters: number };

const mostColumns = 20;

/** What stands in a cell that has nothing to say: Slack takes no empty one. */
const nothing = '–';

/** The rows for which there is room: all, else the key rows, else the first. Undefined of a table without rows or columns. */
export function fitTable({ columns, rows, key }: Table, room: Room): Fitted | undefined {
  const width = Math.min(columns.length, mostColumns);
  if (width === 0 || rows.length === 0) return undefined;
  const longest = Math.min(300, Math.floor(room.characters / 2 / width));
  const show = (row: Row): Row =>
    Array.from({ length: width }, (_, at) => cutText(tidy(row[at] ?? '') || nothing, longest));
  const head = show(columns);
  const left = { ...room, characters: room.characters - sizeOf(head) };
  const all = rows.map(show);
  const some = key.flatMap((index) => (all[index] === undefined ? [] : [all[index]]));
  const chosen = chooseRows(all, some, left);
  const notes = [...chosen.notes, ...sayLostColumns(columns)];
  return { columns: head, rows: chosen.rows, notes };
}

/** That a table has more columns than are shown. */
export const sayLostColumns = ({ length }: Row): readonly string[] =>
  length > mostColumns ? [`The first ${mostColumns} of ${length} columns are shown.`] : [];

function chooseRows(
  all: readonly Row[],
  key: readonly Row[],
  room: Room,
): Pick<Fitted, 'rows' | 'notes'> {
  if (fits(all, room)) return { rows: all, notes: [] };
  if (key.length > 0 && key.length < all.length && fits(key, room))
    return {
      rows: key,
      notes: [`These are ${key.length} of ${all.length} rows. To see more, add show:table.`],
    };
  const rows = firstThatFit(all, room);
  return {
    rows,
    notes: [
      `These are the first ${rows.length} of ${all.length} rows. To see others, ask about fewer places or a shorter time.`,
    ],
  };
}

const sizeOf = (row: Row): number => row.reduce((sum, cell) => sum + cell.length, 0);

function fits(rows: readonly Row[], { rows: most, characters }: Room): boolean {
  return rows.length <= most && rows.reduce((sum, row) => sum + sizeOf(row), 0) <= characters;
}

function firstThatFit(rows: readonly Row[], room: Room): readonly Row[] {
  let characters = room.characters;
  const end = rows.findIndex((row, at) => {
    characters -= sizeOf(row);
    return at === room.rows || characters < 0;
  });
  return end === -1 ? rows : rows.slice(0, end);
}
