import { createReadStream } from 'node:fs';
import type { SourceFile } from './source-file.ts';

const quote = 34;
const carriageReturn = 13;

/** A CSV file as the reader split it: `broken` holds the records that it left out. */
export type CsvRecords = {
  readonly source: SourceFile & { readonly format: 'csv' };
  readonly broken: ReadonlySet<number>;
};

/**
 * The physical lines on which the wanted rows and broken records begin, found by one pass over the file.
 * Needed because rows are counted without the header, blank lines, broken records and line breaks inside quotation marks.
 */
export async function findLines(
  { source, broken }: CsvRecords,
  rows: ReadonlySet<number>,
): Promise<{
  readonly ofRow: ReadonlyMap<number, number>;
  readonly ofRecord: ReadonlyMap<number, number>;
}> {
  const ofRow = new Map<number, number>();
  const ofRecord = new Map<number, number>();
  let row = 0;
  let record = 1;
  const see = (line: number, blank: boolean): void => {
    if (broken.has(record)) ofRecord.set(record, line);
    else if (!blank && record > 1) {
      row += 1;
      if (rows.has(row)) ofRow.set(row, line);
    }
    record += 1;
  };
  await eachRecord(source, see);
  return { ofRow, ofRecord };
}

async function eachRecord(
  source: CsvRecords['source'],
  see: (line: number, blank: boolean) => void,
): Promise<void> {
  const delimiter = source.delimiter.charCodeAt(0);
  let line = 1;
  let begins = 1;
  let blank = true;
  let quoted = false;
  let mayQuote = true;
  for await (const chunk of createReadStream(source.file)) {
    for (const byte of chunk as Buffer) {
      if (byte === source.newline) {
        line += 1;
        if (quoted) continue;
        see(begins, blank);
        begins = line;
        blank = true;
        mayQuote = true;
      } else if (quoted) {
        // After a closing mark another one reopens: "" stands for one mark.
        if (byte === quote) [quoted, mayQuote] = [false, true];
      } else {
        if (byte === quote && mayQuote) quoted = true;
        if (byte !== carriageReturn) blank = false;
        mayQuote = byte === delimiter;
      }
    }
  }
  if (!blank) see(begins, blank);
}
