/** One thing wrong with a user's file. `line`: a line of a CSV or YAML file (the header is 1), a row of a Parquet file (the first is 1), or absent where it is about the whole file. */
export type Problem = {
  readonly file: string;
  readonly line: number | undefined;
  readonly reason: string;
};

/** At most `listed` problems, and how many there are in all. */
export type Problems = { readonly problems: readonly Problem[]; readonly total: number };

const listed = 20;

/** Problems of one kind of file, cut to the first twenty by line. */
export function listProblems(problems: readonly Problem[], total = problems.length): Problems {
  const inOrder = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { problems: inOrder.slice(0, listed), total };
}

/** Thrown inside an import to abandon the half-built file; caught by `importDataset` alone. */
export class Rejection extends Error {
  readonly found: Problems;

  constructor(found: Problems) {
    super(`${found.total} problems in the files`);
    this.found = found;
  }
}
