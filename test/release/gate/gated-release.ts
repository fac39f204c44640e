import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawCube } from '#src/disclosure/cube.ts';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { protect, republish, type Protection } from '#src/disclosure/protect.ts';
import type { Baseline, StandingLeaves } from '#src/disclosure/revise/baseline.ts';
import { buildDuckdbFile, withDuckdb } from '#src/release/duckdb-file.ts';
import { gateRelease } from '#src/release/gate/gate-release.ts';
import type { PublicReport } from '#src/release/gate/public-report.ts';
import type { RawWords } from '#src/release/raw-words.ts';
import { writeFigures, writeWords } from '#src/release/write-release.ts';
import { addDays } from '#src/week.ts';
import { makeAreas, makeCube, type Row } from '#test/disclosure/make-cube.ts';
import { someKey } from '#test/disclosure/some-key.ts';
import { ownFolder } from '#test/support/own-folder.ts';

const districts = ['N1', 'N2', 'N3', 'N4', 'S1', 'S2', 'S3', 'S4'];
const areas = makeAreas({
  L: undefined,
  N: 'L',
  S: 'L',
  ...Object.fromEntries(districts.map((code) => [code, code.slice(0, 1)])),
});

/** T = 10 and b = 40. */
export const gatePolicy = disclosurePolicy.parse({ base: 40, hiddenPercent: 100 });

/** 48 flows of `weeks` weeks with 3 to 13 devices of three trips each, so that most leaves are hidden, and 4 of 1 device. */
export function gateRows(weeks: number): readonly Row[] {
  const rows: Row[] = [];
  for (let week = 0; week < weeks; week += 1)
    for (let flow = 0; flow < 52; flow += 1) {
      const from = districts[flow % 8] ?? '';
      const to = districts[(flow + Math.floor(flow / 8)) % 8] ?? '';
      const devices = flow < 48 ? 3 + ((week * 7 + flow * 5) % 11) : 1;
      rows.push({ week, from, to, devices, trips: 3 * devices });
    }
  return rows;
}

/** The cube of some rows, its weeks from 4 January 2021. */
export function gateCube(rows: readonly Row[], weeks: number): RawCube {
  const cube = makeCube(areas, weeks, rows);
  return { ...cube, weeks: cube.weeks.map((_, week) => addDays('2021-01-04', 7 * week)) };
}

/** Protected under a key of the tests. */
export function protectGated(raw: RawCube, before?: Baseline): Protection {
  const options = {
    stream: someKey(1),
    releaseId: `invented-${raw.weeks.length}`,
    series: 'invented',
  };
  return protect(raw, gatePolicy, options, before);
}

/** A baseline in which some of each leaf's columns are others. */
export function withLeaves(
  { baseline, ...rest }: Protection,
  change: (leaves: StandingLeaves) => Partial<StandingLeaves>,
): Protection {
  return {
    ...rest,
    baseline: { ...baseline, leaves: { ...baseline.leaves, ...change(baseline.leaves) } },
  };
}

/** What is gated: `spoil` is SQL that is run on the written file. */
export type Gated = {
  readonly raw: RawCube;
  readonly protection: Protection;
  readonly before?: Baseline;
  readonly spoil?: string;
};

/** Writes what was protected to a file of its own and sends it through the gate, with small attacks. */
export async function gate({ raw, protection, before, spoil = '' }: Gated): Promise<{
  readonly file: string;
  readonly reportFile: string;
  readonly report: PublicReport;
}> {
  const folder = ownFolder();
  const file = join(folder, 'aside.duckdb');
  const reportFile = join(folder, 'report.json');
  await writeFile(file, raw, protection.baseline);
  if (spoil !== '')
    await withDuckdb(file, {}, async (connection) => {
      await connection.run(spoil);
      await connection.run('CHECKPOINT');
    });
  const report = await gateRelease({
    file,
    releaseId: `invented-${raw.weeks.length}`,
    raw,
    policy: gatePolicy,
    baseline: protection.baseline,
    before,
    privileged: protection.privileged,
    reportFile,
    sample: { blocks: 3, targets: 1, leaves: 10, keys: 100, draws: 1 },
    onProgress: () => undefined,
  });
  return { file, reportFile, report };
}

const noDays = { day: [], destination: [], trips: [], sensitive: [] };

async function writeFile(file: string, raw: RawCube, baseline: Baseline): Promise<void> {
  const schema = await readFile(
    new URL('../../../src/release/protected-schema.sql', import.meta.url),
    'utf8',
  );
  await buildDuckdbFile(file, schema, async (connection) => {
    await writeFigures(connection, republish(raw, baseline), noDays);
    await writeWords(connection, words, {
      releaseId: `invented-${raw.weeks.length}`,
      dataset: 'invented',
      source: 'Invented',
      synthetic: true,
      firstDay: raw.weeks[0] ?? '',
      lastDay: addDays(raw.weeks.at(-1) ?? '', 6),
      mechanism: 'dependentRounding',
      policyHash: 'a'.repeat(64),
      policy: '{}',
      keyId: 'b'.repeat(12),
      threshold: 10,
      base: 40,
      rounding: 10,
    });
  });
}

const words: RawWords = {
  dataset: {
    name: 'invented',
    title: 'Invented',
    source: 'Invented',
    synthetic: true,
    base: undefined,
    fingerprint: '',
  },
  areas: areas.codes.map((code, area) => ({
    code,
    name: code,
    level: code.startsWith('elsewhere')
      ? 'elsewhere'
      : (['country', 'region', 'region'][area] ?? 'district'),
    parent: areas.codes[ownerOf(area)] ?? undefined,
  })),
  aliases: [],
  modes: [
    { value: 'car', label: 'Car' },
    { value: 'rail', label: 'Rail' },
  ],
  events: [],
  holidays: [],
};

function ownerOf(area: number): number {
  const owner = areas.elsewhere.indexOf(area);
  return owner >= 0 ? owner : (areas.parent[area] ?? -1);
}
