import { dirname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { addDays } from '#src/week.ts';
import { bookFile, reportFile } from './book-file.ts';
import type { Book } from './book.ts';
import { checkRevision } from './check-revision.ts';
import type { DrawDescription } from './describe-draw.ts';
import { outcomeOf, type DrawOutcome } from './draw-outcome.ts';
import { ledgerFile } from './folders.ts';
import { gateRelease } from './gate/gate-release.ts';
import type { GateSample } from './gate/gate-sample.ts';
import { appendLedger } from './ledger.ts';
import { protectFigures } from './protect-figures.ts';
import { publishFile } from './publish-file.ts';
import type { RawWords } from './raw-words.ts';
import { readBook } from './read-book.ts';
import { readRawCube } from './read-raw-cube.ts';
import { releaseIdOf } from './release-id.ts';
import { releaseRowOf } from './release-row.ts';
import { withBase } from './with-base.ts';
import { writeBook } from './write-book.ts';
import { writeFigures, writeWords } from './write-release.ts';

type ReleaseStage =
  | 'reading'
  | 'protecting'
  | 'linking days'
  | 'writing'
  | 'checking'
  | 'publishing';

/**
 * What to release, and by which rules. The ledger and the books lie beside `rawFile`. `policyText`: the policy as canonical JSON; its hash is
 * published. `key`: the secret of the draws. `ledgerKey`: of the ledger's marks. `sample`: how hard the release is attacked.
 */
export type ReleaseOptions = {
  readonly rawFile: string;
  readonly releasesFolder: string;
  readonly policy: DisclosurePolicy;
  readonly policyText: string;
  readonly key: Uint8Array;
  readonly ledgerKey: Uint8Array;
  readonly sample: GateSample;
  readonly onProgress: (stage: ReleaseStage, done: number, total: number) => void;
};

/** `after`: the release of the same data set that is revised. */
type DrawTask = {
  readonly draw: DrawDescription;
  readonly after: string | undefined;
  readonly options: ReleaseOptions;
};

/** The steps of publishing, each once it is done: the book is kept, the draw entered, the file in its place. */
const publishingSteps = 3;

/** Draws, links, writes, checks and enters a release. A draw is in the ledger, and its book kept, before anybody can read it. */
export async function drawRelease(
  raw: DuckDBConnection,
  words: RawWords,
  { draw, after, options }: DrawTask,
): Promise<DrawOutcome> {
  const { onProgress, releasesFolder } = options;
  const folder = dirname(options.rawFile);
  const modes = words.modes.map(({ value }) => value);
  const cube = await readRawCube(raw, words.areas, modes);
  const lists = { areas: words.areas.length, modes };
  const earlier = after === undefined ? undefined : await readBook(bookFile(folder, after), lists);
  if (earlier !== undefined) checkRevision(earlier, cube);
  const lastDay = addDays(cube.weeks.at(-1) ?? '', 6);
  const sourceFingerprint = words.dataset.fingerprint;
  const releaseId = releaseIdOf({ ...draw, sourceFingerprint, lastDay, after }, options.key);
  const figures = await protectFigures(raw, cube, {
    series: draw.dataset,
    releaseId,
    earlier,
    options: { ...options, policy: withBase(options.policy, words.dataset.base) },
  });
  onProgress('writing', 0, 1);
  const book: Book = {
    releaseId,
    firstWeek: cube.weeks[0] ?? '',
    modes,
    baseline: figures.baseline,
    days: figures.days,
  };
  const file = await publishFile({
    folder: releasesFolder,
    edition: releaseId,
    fill: async (connection) => {
      await writeFigures(connection, figures.cube, figures.days);
      return writeWords(
        connection,
        words,
        releaseRowOf(words, figures.cube, { releaseId, draw, options }),
      );
    },
    check: async (aside) => {
      onProgress('checking', 0, 1);
      await gateRelease({
        file: aside,
        releaseId,
        raw: cube,
        policy: options.policy,
        baseline: figures.baseline,
        before: earlier?.baseline,
        privileged: figures.privileged,
        reportFile: reportFile(folder, releaseId),
        sample: options.sample,
        onProgress: (done, total) => onProgress('checking', done, total),
      });
    },
    before: async (written) => {
      onProgress('publishing', 0, publishingSteps);
      await writeBook(bookFile(folder, releaseId), book);
      onProgress('publishing', 1, publishingSteps);
      await appendLedger(ledgerFile(folder), [{ releaseId, ...draw, figures: written, after }]);
      onProgress('publishing', 2, publishingSteps);
    },
    after: () => Promise.resolve(onProgress('publishing', 3, publishingSteps)),
  });
  return { kind: 'released', releaseId, file, ...outcomeOf(figures) };
}
