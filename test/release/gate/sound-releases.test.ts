import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawCube } from '#src/disclosure/cube.ts';
import { disclosurePolicy, type DisclosurePolicy } from '#src/disclosure/policy.ts';
import { protect } from '#src/disclosure/protect.ts';
import type { Baseline } from '#src/disclosure/revise/baseline.ts';
import { bookFile } from '#src/release/book-file.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { checkBounds } from '#src/release/gate/check-bounds.ts';
import { checkHeldSums } from '#src/release/gate/check-held-sums.ts';
import { checkNewLeaves } from '#src/release/gate/check-new-leaves.ts';
import { checkRevision } from '#src/release/gate/check-revision.ts';
import { checkStanding } from '#src/release/gate/check-standing.ts';
import { gateRelease } from '#src/release/gate/gate-release.ts';
import { readBook } from '#src/release/read-book.ts';
import { readRawCube } from '#src/release/read-raw-cube.ts';
import { readRawWords } from '#src/release/raw-words.ts';
import { anyRows, smallCountry, smallPolicy } from '#test/disclosure/any-cube.ts';
import { makeCube, type Row } from '#test/disclosure/make-cube.ts';
import { someKey } from '#test/disclosure/some-key.ts';
import { importInvented } from '#test/release/invented-data.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import { readRows } from '#test/release/read-rows.ts';
import { releaseInvented } from '#test/release/release-invented.ts';

/** The names of the rules that a baseline breaks, by the checks that need no file and leave nothing to chance. */
function brokenBy(
  raw: RawCube,
  policy: DisclosurePolicy,
  baseline: Baseline,
  before?: Baseline,
): readonly string[] {
  const { leaves, bound } = baseline;
  const published = { ...leaves, trips: leaves.published, bound };
  const figures = { raw, policy, published, baseline, before };
  return [
    checkStanding(figures),
    ...checkNewLeaves(figures).rules,
    ...checkRevision(figures),
    checkHeldSums(figures),
    ...checkBounds(figures),
  ].flatMap(({ rule, broken }) => (broken > 0 ? [rule] : []));
}

const anyPolicy = fc.record({
  zeros: fc.constantFrom('published' as const, 'protected' as const),
  lattice: fc.record({ linkedWeeks: fc.integer({ min: 1, max: 8 }) }),
});
const optionsOf = (key: number) => ({
  stream: someKey(key),
  releaseId: `any-${key}`,
  series: 'any',
});

/** Rows with what their two largest devices make. */
const withTop = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row, at) => {
    const largest = Math.ceil((row.trips * (1 + (at % 4))) / 5);
    return { ...row, top: [largest, Math.min(largest, row.trips - largest)] };
  });

test('whatever is protected breaks no rule, with and without contributions', () => {
  fc.assert(
    fc.property(anyRows, anyPolicy, fc.boolean(), fc.nat(), (rows, changes, knows, key) => {
      const policy = { ...smallPolicy, ...changes };
      const raw = makeCube(smallCountry, 8, knows ? withTop(rows) : rows);
      expect(brokenBy(raw, policy, protect(raw, policy, optionsOf(key)).baseline)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('whatever is revised breaks no rule', () => {
  fc.assert(
    fc.property(
      anyRows,
      anyRows,
      anyPolicy,
      fc.integer({ min: 1, max: 7 }),
      (rows, others, changes, weeks) => {
        const policy = { ...smallPolicy, ...changes };
        const early = rows.filter(({ week }) => week < weeks);
        const late = [...others.slice(0, 20), ...rows];
        const first = makeCube(smallCountry, weeks, early);
        const next = makeCube(smallCountry, 8, distinct(late));
        const { baseline: before } = protect(first, policy, optionsOf(1));
        const { baseline } = protect(next, policy, optionsOf(2), before);
        expect(brokenBy(next, policy, baseline, before)).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

function distinct(rows: readonly Row[]): readonly Row[] {
  const nameOf = ({ week, from, to, mode }: Row): string => `${week} ${from} ${to} ${mode}`;
  return [...new Map(rows.toReversed().map((row) => [nameOf(row), row])).values()];
}

test('an imported and released data set passes the whole gate, days and all', async () => {
  const folder = ownFolder();
  const { file: rawFile } = await importInvented(folder);
  const { file, releaseId } = await releaseInvented(folder);
  const raw = await withDuckdb(rawFile, { access_mode: 'READ_ONLY' }, async (connection) => {
    const words = await readRawWords(connection);
    return readRawCube(
      connection,
      words.areas,
      words.modes.map(({ value }) => value),
    );
  });
  const lists = { areas: raw.areas.codes.length, modes: raw.modes };
  const { baseline } = await readBook(bookFile(folder, releaseId), lists);
  const aside = join(folder, 'aside.duckdb');
  copyFileSync(file, aside);
  chmodSync(aside, 0o600);
  const report = await gateRelease({
    file: aside,
    releaseId,
    raw,
    policy: disclosurePolicy.parse({}),
    baseline,
    before: undefined,
    privileged: { ...emptyFigures },
    reportFile: join(folder, 'report.json'),
    sample: { blocks: 3, targets: 1, leaves: 10, keys: 50, draws: 1 },
    onProgress: () => undefined,
  });
  expect(report).toMatchObject({ verdict: 'passed', seed: releaseId });
  expect(await readRows(aside, 'SELECT count(*) AS days FROM daily')).not.toEqual([{ days: '0' }]);
});

const emptyFigures = {
  eligibleFlows: 0,
  exactLeaves: 0,
  sensitiveLeaves: 0,
  cappedLeaves: 0,
  cappedTrips: 0,
  withheldTrips: 0,
};
