import { z } from 'zod';
import { checkRelease } from './check-release.ts';
import type { DrawDescription } from './describe-draw.ts';
import { withDuckdb } from './duckdb-file.ts';
import { appendLedger, type LedgerEntry } from './ledger.ts';
import { publishFile } from './publish-file.ts';
import type { RawWords } from './raw-words.ts';
import { copyFigures, writeWords, type ReleaseRow } from './write-release.ts';

const whole = z.coerce.number().int();
const releaseRow = z
  .object({
    release_id: z.string(),
    first_day: z.string(),
    last_day: z.string(),
    mechanism: z.string(),
    policy_hash: z.string(),
    policy: z.string(),
    key_id: z.string(),
    threshold: whole,
    base: whole,
    rounding: whole,
  })
  .transform((row) => ({
    releaseId: row.release_id,
    firstDay: row.first_day,
    lastDay: row.last_day,
    mechanism: row.mechanism,
    policyHash: row.policy_hash,
    policy: row.policy,
    keyId: row.key_id,
    threshold: row.threshold,
    base: row.base,
    rounding: row.rounding,
  }));

/**
 * A release that is to get an edition with the data set's present name, names of areas, events and calendar. `former`: the file of the edition before;
 * `entry`: as the ledger has it; `draw`: with the new words.
 */
export type Rewording = {
  readonly folder: string;
  readonly former: string;
  readonly edition: string;
  readonly ledger: string;
  readonly entry: LedgerEntry;
  readonly draw: DrawDescription;
  readonly words: RawWords;
};

/**
 * Writes an edition of a release with other words and the very figures of the former one, which stays: no second draw is made.
 * A new name of the data set is entered in the ledger before anybody can read it, with the words as they were: a draw that the ledger knew by
 * its former name alone would be made a second time. New words are entered once they are there, so that a crash between leads to writing them again.
 */
export async function reword(rewording: Rewording): Promise<void> {
  const { folder, former, edition, ledger, entry, draw, words } = rewording;
  const row = await readRow(former, words);
  await publishFile({
    folder,
    edition,
    fill: async (connection) => {
      await copyFigures(connection, former);
      return writeWords(connection, words, row);
    },
    check: (aside) => checkRelease(aside, undefined),
    before: async () => {
      if (entry.dataset !== draw.dataset)
        await appendLedger(ledger, [{ ...entry, dataset: draw.dataset }]);
    },
    after: () => appendLedger(ledger, [{ ...entry, ...draw }]),
  });
}

async function readRow(
  file: string,
  { dataset: { name, source, synthetic } }: RawWords,
): Promise<ReleaseRow> {
  const rows = await withDuckdb(file, { access_mode: 'READ_ONLY' }, (connection) =>
    connection.runAndReadAll('SELECT * FROM release'),
  );
  return { ...releaseRow.parse(rows.getRowObjectsJson()[0]), dataset: name, source, synthetic };
}
