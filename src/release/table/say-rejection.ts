import type { Problems } from '../import/problem.ts';

/** What is wrong with the files, one a line, as `file:line: reason` (`file: row n: reason` for Parquet). */
export function sayRejection({ problems, total }: Problems): readonly string[] {
  const more = total - problems.length;
  return [
    ...problems.map(({ file, line, reason }) => `${placeOf(file, line)}: ${reason}`),
    ...(more > 0 ? [`… and ${more} more.`] : []),
    `Nothing was written: ${total === 1 ? '1 problem' : `${total} problems`}. Mend it and run the command again.`,
  ];
}

function placeOf(file: string, line: number | undefined): string {
  if (line === undefined) return file;
  return /\.parquet$/iu.test(file) ? `${file}: row ${line}` : `${file}:${line}`;
}
