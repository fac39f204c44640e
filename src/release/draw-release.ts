import type { DuckDBConnection } from '@duckdb/node-api';
import type { ProtectedCube, RawCube } from '#src/disclosure/cube.ts';
import { displayRounding } from '#src/disclosure/display-rounding.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { protect, type PrivilegedFigures } from '#src/disclosure/protect.ts';
import { makeKeyedStream } from '#src/edges/keyed-stream.ts';
import { Fault } from '#src/fault.ts';
import { addDays } from '#src/week.ts';
import { checkRelease } from './check-release.ts';
import type { DrawDescription } from './describe-draw.ts';
import type { LedgerEntry } from './ledger.ts';
import { linkDays, type LinkedDays } from './link-days.ts';
import { publishFile } from './publish-file.ts';
import type { RawWords } from './raw-words.ts';
import { readRawCube } from './read-raw-cube.ts';
import { releaseIdOf } from './release-id.ts';
import { checkSameDraw } from './second-draw.ts';
import { writeFigures, writeWords, type ReleaseRow } from './write-release.ts';

type ReleaseStage = 'reading' | 'protecting' | 'linking days' | 'writing' | 'checking';

/** What to release, and by which rules. `policyText`: the policy as canonical JSON; its hash is published. `key`: the secret of the draws. */
export type ReleaseOptions = {
  readonly rawFile: string;
  readonly releasesFolder: string;
  readonly policy: DisclosurePolicy;
  readonly policyText: string;
  readonly key: Uint8Array;
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

/** `earlier`: the same draw in the ledger, where its file is lost: the same id and key must draw the same figures. */
type DrawTask = {
  readonly draw: DrawDescription;
  readonly earlier: LedgerEntry | undefined;
  readonly options: ReleaseOptions;
};

/** Draws, links, writes, checks and enters a release. */
export async function drawRelease(
  raw: DuckDBConnection,
  words: RawWords,
  { draw, earlier, options }: DrawTask,
): Promise<DrawOutcome> {
  const { onProgress } = options;
  const cube = await readRawCube(
    raw,
    words.areas,
    words.modes.map(({ value }) => value),
  );
  const lastDay = addDays(cube.weeks.at(-1) ?? '', 6);
  const releaseId = earlier?.releaseId ?? releaseIdOf({ ...draw, lastDay }, options.key);
  const figures = await protectFigures(raw, cube, releaseId, {
    ...options,
    policy: withBase(options.policy, words.dataset.base),
  });
  onProgress('writing', 0, 1);
  const file = await publishFile({
    folder: options.releasesFolder,
    entry: { releaseId, ...draw },
    fill: async (connection) => {
      await writeFigures(connection, figures.cube, figures.days);
      return writeWords(connection, words, rowOf(words, draw, { releaseId, figures, options }));
    },
    check: async (aside, written) => {
      onProgress('checking', 0, 1);
      await checkRelease(aside, figures.cube);
      checkSameDraw(earlier, written);
    },
  });
  return { kind: 'released', releaseId, file, ...outcomeOf(figures) };
}

type Figures = {
  readonly cube: ProtectedCube;
  readonly days: LinkedDays;
  readonly privileged: PrivilegedFigures;
};

async function protectFigures(
  raw: DuckDBConnection,
  rawCube: RawCube,
  releaseId: string,
  { policy, key, onProgress }: ReleaseOptions,
): Promise<Figures> {
  const stream = makeKeyedStream(key);
  onProgress('protecting', 0, 1);
  const { cube, privileged } = protect(rawCube, policy, {
    stream,
    releaseId,
    onProgress: (done, total) => onProgress('protecting', done, total),
  });
  const rule = {
    threshold: policy.threshold,
    base: cube.base,
    grain: displayRounding(cube.base),
  };
  const days = await linkDays(raw, cube, {
    rule,
    stream,
    releaseId,
    onProgress: (done, total) => onProgress('linking days', done, total),
  });
  return { cube, days, privileged };
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

function rowOf(
  { dataset }: RawWords,
  { policyHash, keyId }: DrawDescription,
  drawn: {
    readonly releaseId: string;
    readonly figures: Figures;
    readonly options: ReleaseOptions;
  },
): ReleaseRow {
  const { weeks, base } = drawn.figures.cube;
  return {
    releaseId: drawn.releaseId,
    dataset: dataset.name,
    source: dataset.source,
    synthetic: dataset.synthetic,
    firstDay: weeks[0] ?? '',
    lastDay: addDays(weeks.at(-1) ?? '', 6),
    mechanism: drawn.options.policy.mechanism,
    policyHash,
    policy: drawn.options.policyText,
    keyId,
    threshold: drawn.options.policy.threshold,
    base,
    rounding: displayRounding(base),
  };
}

function outcomeOf({
  cube,
  days,
  privileged,
}: Figures): Omit<DrawOutcome, 'kind' | 'releaseId' | 'file'> {
  const { areas, modes, bound } = cube;
  const places = areas.codes.map((_, place) =>
    bound
      .subarray(place * modes.length, (place + 1) * modes.length)
      .reduce((sum, each) => sum + each, 0),
  );
  const shown = places.filter((each) => each > 0).sort((a, b) => a - b);
  return {
    rows: cube.leaves.trips.length,
    days: days.trips.length,
    base: cube.base,
    bound: { median: shown[Math.floor(shown.length / 2)] ?? 0, largest: shown.at(-1) ?? 0 },
    privileged,
  };
}
