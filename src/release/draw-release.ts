import { dirname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ProtectedCube, RawCube } from '#src/disclosure/cube.ts';
import { displayRounding } from '#src/disclosure/display-rounding.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import {
  protect,
  republish,
  type PrivilegedFigures,
  type Protection,
} from '#src/disclosure/protect.ts';
import { makeKeyedStream } from '#src/edges/keyed-stream.ts';
import { Fault } from '#src/fault.ts';
import { addDays } from '#src/week.ts';
import { bookFile, reportFile } from './book-file.ts';
import type { Book } from './book.ts';
import { checkRevision } from './check-revision.ts';
import type { DrawDescription } from './describe-draw.ts';
import { ledgerFile } from './folders.ts';
import { gateRelease } from './gate/gate-release.ts';
import type { GateSample } from './gate/gate-sample.ts';
import { appendLedger } from './ledger.ts';
import { linkDays, type LinkedDays } from './link-days.ts';
import { publishFile } from './publish-file.ts';
import type { RawWords } from './raw-words.ts';
import { readBook } from './read-book.ts';
import { readRawCube } from './read-raw-cube.ts';
import { releaseIdOf } from './release-id.ts';
import { releaseRowOf } from './release-row.ts';
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

/** What a new draw came to. `bound`: E of one place's week, all modes, in trips: of the median and of the worst place. `privileged` is for the operator alone. */
export type DrawOutcome = {
  readonly kind: 'released';
  readonly releaseId: string;
  readonly file: string;
  readonly rows: number;
  readonly days: number;
  readonly base: number;
  readonly bound: { readonly median: number; readonly largest: number };
  readonly privileged: PrivilegedFigures;
};

/** `after`: the release of the same data set that is revised. */
type DrawTask = {
  readonly draw: DrawDescription;
  readonly after: string | undefined;
  readonly options: ReleaseOptions;
};

/** The steps of publishing, each once it is done: the book is kept, the draw entered, the file in its place. The pointer is the last. */
export const publishingSteps = 4;

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
    releaseId,
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

type Figures = Protection & { readonly days: LinkedDays };

/** `series`: the data set's name. */
type Protecting = {
  readonly series: string;
  readonly releaseId: string;
  readonly earlier: Book | undefined;
  readonly options: ReleaseOptions;
};

async function protectFigures(
  raw: DuckDBConnection,
  rawCube: RawCube,
  { series, releaseId, earlier, options }: Protecting,
): Promise<Figures> {
  const { policy, key, onProgress } = options;
  const stream = makeKeyedStream(key);
  onProgress('protecting', 0, 1);
  const drawing = {
    stream,
    releaseId,
    series,
    onProgress: (done: number, total: number) => onProgress('protecting', done, total),
  };
  const protection = protect(rawCube, policy, drawing, earlier?.baseline);
  const { base } = protection.cube;
  const days = await linkDays(raw, protection.cube, {
    rule: { threshold: policy.threshold, base, grain: displayRounding(base) },
    zeros: policy.zeros,
    stream,
    releaseId,
    earlier: earlier && {
      cube: republish(rawCube, earlier.baseline),
      weeks: earlier.baseline.weeks,
      days: earlier.days,
    },
    onProgress: (done, total) => onProgress('linking days', done, total),
  });
  return { ...protection, days };
}

function withBase(policy: DisclosurePolicy, ofDataset: number | undefined): DisclosurePolicy {
  const base = policy.base ?? ofDataset;
  if (base === undefined) return policy;
  if (base < policy.threshold)
    throw new Fault(
      'ReleaseFault',
      'smallBase',
      'the base of the data set is below the threshold of the policy: name a base in mobility.config.yml',
    );
  return { ...policy, base };
}

function outcomeOf({
  cube,
  days,
  privileged,
}: Figures): Omit<DrawOutcome, 'kind' | 'releaseId' | 'file'> {
  return {
    rows: cube.leaves.trips.length,
    days: days.trips.length,
    base: cube.base,
    bound: boundOf(cube),
    privileged,
  };
}

function boundOf({ areas, modes, bound }: ProtectedCube): DrawOutcome['bound'] {
  const places = areas.codes.map((_, place) =>
    bound
      .subarray(place * modes.length, (place + 1) * modes.length)
      .reduce((sum, each) => sum + each, 0),
  );
  const shown = places.filter((each) => each > 0).sort((a, b) => a - b);
  return { median: shown[Math.floor(shown.length / 2)] ?? 0, largest: shown.at(-1) ?? 0 };
}
