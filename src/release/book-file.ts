import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const endings = { book: '.book.duckdb', report: '.report.json' };

/** The book of a release: in the privileged folder of the raw data, named by the release. */
export function bookFile(raw: string, releaseId: string): string {
  return join(raw, `${releaseId}${endings.book}`);
}

/** The privileged report of a release, beside its book. */
export function reportFile(raw: string, releaseId: string): string {
  return join(raw, `${releaseId}${endings.report}`);
}

/** Removes the books and reports of all releases but those in `kept`. The caller holds the lock of the releases. */
export async function sweepBooks(raw: string, kept: ReadonlySet<string>): Promise<void> {
  const others = (await readdir(raw)).filter((name) =>
    Object.values(endings).some(
      (ending) => name.endsWith(ending) && !kept.has(name.slice(0, -ending.length)),
    ),
  );
  await Promise.all(others.map((name) => rm(join(raw, name), { force: true })));
}
