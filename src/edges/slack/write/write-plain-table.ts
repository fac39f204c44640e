import type { AnswerPost } from '#src/post.ts';
import { cutText } from './cut-text.ts';
import { fitTable, sayLostColumns } from './fit-table.ts';
import { tableLines } from './table-lines.ts';

const mostRows = 20;
const mostCharacters = 3000;
const longestLine = 600;

/** The key rows of a table as lines of plain text under its caption: for where Slack took no table. Empty of a table without rows. */
export function writePlainTable(table: AnswerPost['table'], caption: string): readonly string[] {
  const { columns, rows, key } = table;
  const some = key.flatMap((index) => (rows[index] === undefined ? [] : [rows[index]]));
  const shown = { ...table, rows: some.length === 0 ? rows : some, key: [] };
  const fitted = fitTable(shown, { rows: mostRows, characters: mostCharacters });
  if (fitted === undefined) return [];
  const lines = firstThatFit(tableLines(fitted).map((line) => cutText(line, longestLine)));
  const lost =
    lines.length < rows.length
      ? [`These are ${lines.length} of ${rows.length} rows. The table could not be shown here.`]
      : [];
  return [`${caption}:`, ...lines, ...lost, ...sayLostColumns(columns)];
}

/** The names of columns stand in every line, so that lines are longer than the table. */
function firstThatFit(lines: readonly string[]): readonly string[] {
  let room = mostCharacters;
  const end = lines.findIndex((line) => {
    room -= line.length;
    return room < 0;
  });
  return end === -1 ? lines : lines.slice(0, end);
}
