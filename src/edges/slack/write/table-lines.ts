import type { Fitted } from './fit-table.ts';

/** A table as lines of text: "London: Before 126,425,600; After 128,486,740." */
export const tableLines = ({ columns, rows }: Fitted): readonly string[] =>
  rows.map(([name = '', ...cells]) => {
    const told = cells.map((cell, at) => `${columns[at + 1] ?? ''} ${cell}`.trim());
    return told.length === 0 ? name : `${name}: ${told.join('; ')}`;
  });
