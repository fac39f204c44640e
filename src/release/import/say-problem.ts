import type { Problem } from './problem.ts';

/** A problem as `file:line: reason`, or `file: row n: reason` for Parquet. */
export function sayProblem({ file, line, reason }: Problem): string {
  if (line === undefined) return `${file}: ${reason}`;
  return /\.parquet$/iu.test(file)
    ? `${file}: row ${line}: ${reason}`
    : `${file}:${line}: ${reason}`;
}
