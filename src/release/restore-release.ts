import { dirname } from 'node:path';
import { republish } from '#src/disclosure/protect.ts';
import { addDays } from '#src/week.ts';
import { bookFile, reportFile } from './book-file.ts';
import { checkRelease } from './check-release.ts';
import { cubeAreasOf } from './cube-areas.ts';
import type { DrawDescription } from './describe-draw.ts';
import type { ReleaseOptions } from './draw-release.ts';
import { ledgerFile } from './folders.ts';
import { appendLedger, type LedgerEntry } from './ledger.ts';
import { writePublicReport } from './gate/public-report.ts';
import { readPublicReport } from './gate/read-public-report.ts';
import { publishFile } from './publish-file.ts';
import type { RawWords } from './raw-words.ts';
import { readBook } from './read-book.ts';
import { releaseRowOf } from './release-row.ts';
import { checkSameFigures } from './second-draw.ts';
import { writeFigures, writeWords } from './write-release.ts';

/** A draw that was made as `entry`, and how the data set describes it now: its name and words may be others, which makes another `edition`. */
type Restoration = {
  readonly entry: LedgerEntry;
  readonly edition: string;
  readonly draw: DrawDescription;
  readonly options: ReleaseOptions;
};

/**
 * Writes a release whose file is lost, or was never put in its place, from its book: nothing is drawn. A new name or new words are entered in
 * the ledger before anybody can read them. Throws `ReleaseFault`: `noBook`, `noReport`, `otherFigures`.
 */
export async function restoreRelease(
  words: RawWords,
  { entry, draw, edition, options }: Restoration,
): Promise<string> {
  const { releaseId } = entry;
  const modes = words.modes.map(({ value }) => value);
  const folder = dirname(options.rawFile);
  const file = bookFile(folder, releaseId);
  const report = await readPublicReport(reportFile(folder, releaseId));
  const { firstWeek, baseline, days } = await readBook(file, { areas: words.areas.length, modes });
  const weeks = Array.from({ length: baseline.weeks }, (_, week) => addDays(firstWeek, 7 * week));
  const cube = republish({ areas: cubeAreasOf(words.areas), weeks, modes }, baseline);
  options.onProgress('writing', 0, 1);
  return publishFile({
    folder: options.releasesFolder,
    edition,
    fill: async (connection) => {
      await writeFigures(connection, cube, days);
      await writePublicReport(connection, report);
      return writeWords(
        connection,
        words,
        releaseRowOf(words, cube, { releaseId, draw: entry, options }),
      );
    },
    check: async (aside, figures) => {
      options.onProgress('checking', 0, 1);
      await checkRelease(aside, cube);
      checkSameFigures(entry, figures);
    },
    before: async () => {
      if (entry.dataset !== draw.dataset || entry.wordsHash !== draw.wordsHash)
        await appendLedger(ledgerFile(folder), [{ ...entry, ...draw }]);
    },
  });
}
