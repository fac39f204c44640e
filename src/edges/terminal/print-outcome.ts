import { styleText } from 'node:util';
import type { Refusal } from '#src/refusal.ts';
import type { FaultWords } from '#src/say-fault.ts';
import type { Sentence } from '#src/summary/sentence.ts';
import type { Table } from '#src/summary/table.ts';
import { printTable } from '#src/edges/terminal/print-table.ts';
import { wrapText } from '#src/edges/terminal/wrap-text.ts';

/** An answer as the terminal shows it. `picture` is a path, or the reference of the fault that lost it. */
export type TerminalAnswer = {
  readonly echo: string;
  readonly sentences: readonly Sentence[];
  readonly table: Table;
  readonly picture: { readonly path: string } | { readonly lost: string } | undefined;
  readonly receipt: string;
};

/** How wide the terminal is, in characters, and whether it shows colours. */
export type Page = { readonly colour: boolean; readonly width: number };

type Style = Parameters<typeof styleText>[0];

const paint = (colour: boolean, style: Style, text: string): string =>
  colour ? styleText(style, text, { validateStream: false }) : text;

/** An example, as it is typed in a shell. */
const inShell = (text: string): string => text.replace(/Try: (?=\S)/u, 'Try: npm run ask -- ');

/** A line to copy is never broken. */
const printLine = (line: string, width: number): readonly string[] =>
  line.startsWith('Try: ') ? [line] : wrapText(line, width);

/** That a table has more rows than are printed. */
const sayRest = ({ rows, key }: Table): readonly string[] =>
  key.length < rows.length
    ? [`These are ${key.length} of ${rows.length} rows. To see all of them, add show:table.`, '']
    : [];

/** How the question was read, the answer, the numbers, and where the picture is. */
export function printAnswer(answer: TerminalAnswer, { colour, width }: Page): string {
  const [first, ...rest] = answer.sentences.map(({ text }) => inShell(text));
  const [head = '', ...rows] = printTable(answer.table);
  const picture =
    answer.picture === undefined
      ? []
      : 'path' in answer.picture
        ? [`Picture: ${answer.picture.path}`]
        : [
            `The picture could not be drawn or kept (ref ${answer.picture.lost}). The numbers above are complete.`,
          ];
  const list = rest.some((text) => text.startsWith('Try: '));
  return [
    ...(answer.echo === ''
      ? []
      : [...wrapText(answer.echo, width).map((line) => paint(colour, 'dim', line)), '']),
    ...wrapText(first ?? '', width).map((line) => paint(colour, 'bold', line)),
    ...(list ? rest : wrapText(rest.join(' '), width)),
    '',
    ...wrapText(`${answer.table.caption}:`, width),
    paint(colour, 'underline', head),
    ...rows,
    '',
    ...sayRest(answer.table),
    ...picture,
    ...wrapText(answer.receipt, width).map((line) => paint(colour, 'dim', line)),
    '',
  ].join('\n');
}

/** What happened, then what to try. */
export const printRefusal = ({ message, next }: Refusal, { colour, width }: Page): string =>
  [
    ...wrapText(message, width).map((line) => paint(colour, 'bold', line)),
    ...next.split(/ (?=Try: )/u).flatMap((line) => printLine(inShell(line), width)),
    '',
  ].join('\n');

/** Something broke that the asker cannot mend. */
export const printFault = ({ message, next }: FaultWords, { colour, width }: Page): string =>
  [
    ...wrapText(message, width).map((line) => paint(colour, 'bold', line)),
    ...wrapText(`${next} The log is mobility.log in the state folder.`, width),
    '',
  ].join('\n');
