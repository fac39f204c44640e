import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { demoKey } from '#src/release/key.ts';
import type { Released } from '#src/release/release-dataset.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import { importInvented, inventedAreas, inventedEvents, inventedTrips } from './invented-data.ts';
import { readRows } from './read-rows.ts';
import { releaseInvented } from './release-invented.ts';

const columnsOfRelease = {
  area: 'code name level parent',
  area_alias: 'alias code',
  area_closure: 'ancestor descendant',
  calendar: 'area week kind label',
  daily: 'date destination trips status',
  error_bound: 'destination mode bound',
  report: 'name value',
  event: 'slug area date kind clause label source url',
  leaf_weekly: 'week origin destination mode trips status',
  mode: 'value label sort',
  release:
    'release_id dataset source synthetic first_day last_day mechanism policy_hash policy key_id threshold base rounding fingerprint',
};

const first = ownFolder();
let firstRelease: Released;

beforeAll(async () => {
  await importInvented(first);
  firstRelease = await releaseInvented(first);
});

/** A folder of its own with the invented data, released once. */
function released() {
  const folder = ownFolder();
  cpSync(first, folder, { recursive: true });
  const { releaseId } = firstRelease;
  const file = join(folder, 'releases', `${releaseId}.duckdb`);
  return { folder, rawFile: join(folder, 'raw.duckdb'), release: { ...firstRelease, file } };
}

const pointerIn = (folder: string): string => join(folder, 'releases/current.json');
const releasesOf = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'releases')).filter((name) => !name.endsWith('.lock'));
const ledgerOf = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'ledger.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
/** Every row of every table, in any order. */
const rowsOf = async (file: string) =>
  Promise.all(
    Object.keys(columnsOfRelease).map((table) =>
      readRows(file, `SELECT * FROM ${table} ORDER BY ALL`),
    ),
  );
const everything = `SELECT * FROM leaf_weekly UNION ALL SELECT date, destination, '', '', trips, status FROM daily`;

test('a release holds the published tables and columns, and no others', async () => {
  const { release } = released();
  const columns = await readRows(
    release.file,
    `SELECT table_name, string_agg(column_name, ' ' ORDER BY ordinal_position) AS columns FROM information_schema.columns GROUP BY table_name`,
  );
  expect(Object.fromEntries(columns.map((row) => [row['table_name'], row['columns']]))).toEqual(
    columnsOfRelease,
  );
});

test('a release says what it is, its file cannot be written, and it does not answer yet', async () => {
  const { release, folder } = released();
  const [row] = await readRows(release.file, 'SELECT * FROM release');
  expect(release.kind).toBe('released');
  expect(release.releaseId).toMatch(/^lowland-2021-04-18-[0-9a-f]{8}$/u);
  expect(row).toMatchObject({
    release_id: release.releaseId,
    dataset: 'lowland',
    source: 'Invented',
    synthetic: false,
    first_day: '2021-01-04',
    last_day: '2021-04-18',
    mechanism: 'dependentRounding',
    threshold: '10',
  });
  expect(statSync(release.file).mode & 0o777).toBe(0o444);
  expect(existsSync(pointerIn(folder))).toBe(false);
});

test('whatever a job comes to, it never changes which release answers', async () => {
  const { folder, release } = released();
  const pointer = '{"releaseId":"another","file":"another.duckdb"}\n';
  writeFileSync(pointerIn(folder), pointer);
  const kinds: string[] = [];
  const run = async (): Promise<void> => {
    kinds.push((await releaseInvented(folder)).kind);
    expect(readFileSync(pointerIn(folder), 'utf8'), kinds.join(' ')).toBe(pointer);
  };
  await run();
  rmSync(release.file);
  await run();
  await importInvented(folder, { areas: inventedAreas.replace('Lowland', 'Lowlands') });
  await run();
  await importInvented(folder, { trips: inventedTrips(16) });
  await run();
  await expect(releaseInvented(folder, underStrict)).rejects.toMatchObject({ code: 'secondDraw' });
  expect(readFileSync(pointerIn(folder), 'utf8')).toBe(pointer);
  expect(kinds).toEqual(['alreadyReleased', 'restored', 'reworded', 'released']);
});

test('neither the id nor the fingerprint of a release would confirm a guess of the raw figures', async () => {
  const { release, rawFile } = released();
  const [source] = await readRows(rawFile, 'SELECT fingerprint FROM dataset');
  const [row] = await readRows(release.file, 'SELECT fingerprint FROM release');
  expect(row?.['fingerprint']).not.toBe(source?.['fingerprint']);
  const elsewhere = ownFolder();
  cpSync(rawFile, join(elsewhere, 'raw.duckdb'));
  const other = await releaseInvented(elsewhere, { key: new Uint8Array(32).fill(8) });
  expect(other.releaseId).not.toBe(release.releaseId);
});

test('areas come with the rest of each, and each lies within itself and all above', async () => {
  const { release } = released();
  const rests = await readRows(
    release.file,
    `SELECT code, name, parent FROM area WHERE level = 'elsewhere' ORDER BY code`,
  );
  expect(rests).toEqual([
    { code: 'elsewhere:L', name: 'Elsewhere in Lowland', parent: 'L' },
    { code: 'elsewhere:N', name: 'Elsewhere in North', parent: 'N' },
    { code: 'elsewhere:S', name: 'Elsewhere in South', parent: 'S' },
  ]);
  const above = await readRows(
    release.file,
    `SELECT ancestor FROM area_closure WHERE descendant = 'elsewhere:N' ORDER BY ancestor`,
  );
  expect(above.map((row) => row['ancestor'])).toEqual(['L', 'N', 'elsewhere:N']);
  const aliases = await readRows(release.file, 'SELECT alias, code FROM area_alias ORDER BY alias');
  expect(aliases).toEqual([
    { alias: 'Southern', code: 'S' },
    { alias: 'the south', code: 'S' },
  ]);
});

test('only events with a sure source are released', async () => {
  const { release } = released();
  expect(
    await readRows(release.file, 'SELECT slug, area, CAST(date AS VARCHAR) AS date FROM event'),
  ).toEqual([{ slug: 'lift-date', area: 'N', date: '2021-03-10' }]);
});

test('the calendar flags weeks by their weekdays, and by any day for a bank holiday; a place takes the flags of most of its parts', async () => {
  const { release } = released();
  expect(
    await readRows(
      release.file,
      'SELECT area, CAST(week AS VARCHAR) AS week, kind FROM calendar ORDER BY week, area DESC',
    ),
  ).toEqual([
    { area: 'L', week: '2021-02-15', kind: 'schoolHoliday' },
    { area: 'N', week: '2021-03-08', kind: 'bankHoliday' },
    { area: 'L', week: '2021-03-08', kind: 'bankHoliday' },
  ]);
});

test('large figures are exact, and small ones stand as 0 or the base', async () => {
  const { release, rawFile } = released();
  const [base] = await readRows(release.file, 'SELECT base FROM release');
  const sensitive = await readRows(
    release.file,
    `SELECT DISTINCT trips FROM leaf_weekly WHERE status = 'sensitive'`,
  );
  expect(sensitive.map((row) => row['trips'])).toEqual([base?.['base']]);
  const exact = await readRows(
    release.file,
    `SELECT CAST(week AS VARCHAR) AS week, origin, trips FROM leaf_weekly WHERE destination = '01' AND status = 'exact' ORDER BY ALL`,
  );
  const truth = await readRows(
    rawFile,
    `SELECT CAST(week AS VARCHAR) AS week, origin, trips FROM trips_weekly WHERE destination = '01' ORDER BY ALL`,
  );
  expect(exact).toEqual(truth);
  expect(truth).toHaveLength(90);
});

test('the days of a place add up to its protected week', async () => {
  const { release } = released();
  const [days] = await readRows(
    release.file,
    `SELECT count(*) AS rows, sum(trips) AS trips FROM daily WHERE destination = '02'`,
  );
  const [weeks] = await readRows(
    release.file,
    `SELECT sum(trips) AS trips FROM leaf_weekly WHERE destination = '02'`,
  );
  expect(days).toEqual({ rows: '105', trips: weeks?.['trips'] });
});

test('the same data, policy and key give the same release, wherever they lie and in whatever order the rows came', async () => {
  const folder = ownFolder();
  const [header = '', ...rows] = inventedTrips().trim().split('\n');
  await importInvented(folder, { trips: [header, ...rows.toReversed()].join('\n') });
  const again = await releaseInvented(folder);
  expect(again.releaseId).toBe(firstRelease.releaseId);
  for (const table of Object.keys(columnsOfRelease)) {
    const sql = `SELECT * FROM ${table}`;
    expect(await readRows(again.file, sql)).toEqual(await readRows(firstRelease.file, sql));
  }
});

test('released again, nothing is drawn and the release is the same', async () => {
  const { folder, release } = released();
  const before = statSync(release.file).mtimeMs;
  expect(await releaseInvented(folder)).toEqual({
    kind: 'alreadyReleased',
    releaseId: release.releaseId,
    file: release.file,
  });
  expect(statSync(release.file).mtimeMs).toBe(before);
  expect(ledgerOf(folder)).toHaveLength(1);
});

test('a release whose file was lost is written again with the same figures', async () => {
  const { folder, release } = released();
  const figures = await readRows(release.file, `${everything} ORDER BY ALL`);
  rmSync(release.file);
  expect(await releaseInvented(folder)).toMatchObject({
    kind: 'restored',
    releaseId: release.releaseId,
  });
  expect(await readRows(release.file, `${everything} ORDER BY ALL`)).toEqual(figures);
});

test('a release whose file cannot be read is written again with the same figures', async () => {
  const { folder, release } = released();
  const figures = await readRows(release.file, `${everything} ORDER BY ALL`);
  rmSync(release.file);
  writeFileSync(release.file, 'half a file');
  expect(await releaseInvented(folder)).toMatchObject({ kind: 'restored' });
  expect(await readRows(release.file, `${everything} ORDER BY ALL`)).toEqual(figures);
});

test('a release whose file was lost is not written with other figures', async () => {
  const { folder, release } = released();
  rmSync(release.file);
  const ledger = join(folder, 'ledger.jsonl');
  const line = readFileSync(ledger, 'utf8');
  writeFileSync(ledger, line.replace(/"figures":"./u, '"figures":"-'));
  await expect(releaseInvented(folder)).rejects.toMatchObject({ code: 'otherFigures' });
  expect(existsSync(release.file)).toBe(false);
});

test('new events and names make another edition without a draw, and the former one stays as it was', async () => {
  const { folder, release } = released();
  const figures = await readRows(release.file, everything);
  const former = readFileSync(release.file);
  await importInvented(folder, {
    areas: inventedAreas.replace('Lowland', 'Lowlands'),
    events: inventedEvents.replace(', confidence: low', ''),
  });
  const { kind, releaseId, file } = await releaseInvented(folder);
  expect({ kind, releaseId }).toEqual({ kind: 'reworded', releaseId: release.releaseId });
  expect(basename(file)).toMatch(new RegExp(`^${releaseId}-[0-9a-f]{8}\\.duckdb$`, 'u'));
  expect(await readRows(file, everything)).toEqual(figures);
  expect(await readRows(file, 'SELECT area FROM event ORDER BY area')).toEqual([
    { area: 'N' },
    { area: 'S' },
  ]);
  expect(await readRows(file, `SELECT name FROM area WHERE code = 'L'`)).toEqual([
    { name: 'Lowlands' },
  ]);
  expect(readFileSync(release.file)).toEqual(former);
  expect(await releaseInvented(folder)).toMatchObject({ kind: 'alreadyReleased', file });
});

test('words that come back are those of the first edition', async () => {
  const { folder, release } = released();
  const before = await rowsOf(release.file);
  await importInvented(folder, { areas: inventedAreas.replace('Lowland', 'Lowlands') });
  const other = await releaseInvented(folder);
  await importInvented(folder);
  expect(await releaseInvented(folder)).toMatchObject({ kind: 'reworded', file: release.file });
  expect(await rowsOf(release.file)).toEqual(before);
  expect(releasesOf(folder).toSorted()).toEqual(
    [release.file, other.file].map((file) => basename(file)).toSorted(),
  );
});

test('another key or another geography for released trips is refused, and nothing is made', async () => {
  const { folder, release } = released();
  const second = { name: 'ReleaseFault', code: 'secondDraw' };
  await expect(releaseInvented(folder, { key: new Uint8Array(32).fill(8) })).rejects.toMatchObject(
    second,
  );
  await importInvented(folder, {
    areas: inventedAreas.replace('06,District 06,S', '06,District 06,N'),
  });
  await expect(releaseInvented(folder)).rejects.toMatchObject(second);
  expect(releasesOf(folder)).toEqual([basename(release.file)]);
  expect(ledgerOf(folder)).toHaveLength(1);
});

const strict = disclosurePolicy.parse({ threshold: 12 });
const underStrict = { policy: strict, policyText: JSON.stringify(strict) };

test('another policy for released trips is refused, and nothing is made', async () => {
  const { folder, release } = released();
  await expect(releaseInvented(folder, underStrict)).rejects.toMatchObject({
    code: 'secondDraw',
    message: expect.stringContaining('under another policy') as unknown,
  });
  expect(releasesOf(folder)).toEqual([basename(release.file)]);
  expect(ledgerOf(folder)).toHaveLength(1);
});

test('another policy for synthetic trips is a release of its own, and says that there was one before', async () => {
  const folder = ownFolder();
  await importInvented(folder);
  await withDuckdb(join(folder, 'raw.duckdb'), {}, (connection) =>
    connection.run('UPDATE dataset SET synthetic = true'),
  );
  const one = await releaseInvented(folder);
  const other = await releaseInvented(folder, underStrict);
  expect(other).toMatchObject({ kind: 'released', otherPolicies: 1 });
  expect(other.releaseId).not.toBe(one.releaseId);
  expect(existsSync(one.file)).toBe(true);
});

test('where zeros are protected there are no daily values', async () => {
  const folder = ownFolder();
  await importInvented(folder);
  const policy = disclosurePolicy.parse({ zeros: 'protected' });
  const options = { policy, policyText: JSON.stringify(policy) };
  expect(await releaseInvented(folder, options)).toMatchObject({ kind: 'released', days: 0 });
});

test('a ledger whose own key was lost stops the job', async () => {
  const { folder } = released();
  await expect(
    releaseInvented(folder, { ledgerKey: new Uint8Array(32).fill(6) }),
  ).rejects.toMatchObject({ code: 'ledgerKey' });
});

test('a key that the policy does not name is refused', async () => {
  const folder = ownFolder();
  await importInvented(folder);
  const policy = disclosurePolicy.parse({ keyId: '0123456789ab' });
  await expect(releaseInvented(folder, { policy })).rejects.toMatchObject({ code: 'wrongKey' });
});

test('the book and the ledger can be read by their owner alone, and lie beside the raw data', () => {
  const { folder, release } = released();
  for (const name of ['ledger.jsonl', `${release.releaseId}.book.duckdb`])
    expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
  expect(releasesOf(folder)).toEqual([`${release.releaseId}.duckdb`]);
});

test('the public key of the demonstration is refused for real data', async () => {
  const folder = ownFolder();
  await importInvented(folder);
  await expect(releaseInvented(folder, { key: demoKey })).rejects.toMatchObject({
    name: 'ReleaseFault',
    code: 'demoKey',
  });
  expect(releasesOf(folder)).toEqual([]);
});
