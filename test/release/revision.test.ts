import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Released } from '#src/release/release-dataset.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import { importInvented, inventedAreas, inventedTrips } from './invented-data.ts';
import { readRows } from './read-rows.ts';
import { releaseInvented } from './release-invented.ts';

const first = ownFolder();
let firstRelease: Released;

beforeAll(async () => {
  await importInvented(first);
  firstRelease = await releaseInvented(first);
});

/** Releases a text of trips in a folder of its own, after the first release. */
async function revise(trips: string, folder = released()) {
  await importInvented(folder, { trips });
  const release = await releaseInvented(folder);
  if (release.kind !== 'released') throw new Error(release.kind);
  return { folder, release, revision: release.privileged.revision };
}

function released(): string {
  const folder = ownFolder();
  cpSync(first, folder, { recursive: true });
  return folder;
}

const leaves = (file: string, where = 'true') =>
  readRows(
    file,
    `SELECT CAST(week AS VARCHAR) AS week, origin, destination, mode, trips, status FROM leaf_weekly WHERE ${where} ORDER BY ALL`,
  );
const days = (file: string, where = 'true') =>
  readRows(
    file,
    `SELECT CAST(date AS VARCHAR) AS date, destination, trips, status FROM daily WHERE ${where} ORDER BY ALL`,
  );
const earlier = {
  week: `week < DATE '2021-04-19'`,
  date: `date < DATE '2021-04-19'`,
};

/** The trips of one day, origin and destination of the invented data, `by` more, with so many more devices. */
const moreOn = (text: string, day: string, trips: number, devices: number): string =>
  text.replace(
    new RegExp(`(${day},\\w+),(\\d+),(\\d+)`, 'u'),
    (_, start: string, t: string, d: string) =>
      `${start},${Number(t) + trips},${Number(d) + devices}`,
  );

test('a new week is added, and every figure of the weeks before stays as it was', async () => {
  const { folder, release, revision } = await revise(inventedTrips(16));
  expect(revision).toEqual({ weeksAdded: 1, revised: 0, frozen: 0, frozenTrips: 0 });
  expect(release.releaseId).toMatch(/^lowland-2021-04-25-/u);
  expect(await leaves(release.file, earlier.week)).toEqual(await leaves(firstRelease.file));
  expect(await days(release.file, earlier.date)).toEqual(await days(firstRelease.file));
  const added = await leaves(release.file, `week = DATE '2021-04-19' AND status = 'exact'`);
  expect(added.length).toBeGreaterThanOrEqual(30);
  expect(await days(release.file, `date > DATE '2021-04-18' AND destination = '01'`)).toHaveLength(
    7,
  );
  expect((await releaseInvented(folder)).kind).toBe('alreadyReleased');
});

test('more new weeks than a window are added at once', async () => {
  const { release, revision } = await revise(inventedTrips(30));
  expect(revision).toMatchObject({ weeksAdded: 15, revised: 0, frozen: 0 });
  expect(await leaves(release.file, earlier.week)).toEqual(await leaves(firstRelease.file));
});

test('one late device changes no figure, and is told to the operator alone', async () => {
  const { release, revision } = await revise(moreOn(inventedTrips(), '2021-02-10,01,02', 4, 1));
  expect(revision).toEqual({ weeksAdded: 0, revised: 0, frozen: 1, frozenTrips: 4 });
  expect(await leaves(release.file)).toEqual(await leaves(firstRelease.file));
  expect(await days(release.file)).toEqual(await days(firstRelease.file));
});

test('late devices that come release by release are seen once they are enough', async () => {
  const where = `week = DATE '2021-02-08' AND origin = '01' AND destination = '02'`;
  const folder = released();
  const [before] = await leaves(firstRelease.file, where);
  const seen: number[] = [];
  let trips = inventedTrips();
  // The devices of a week are those of its largest day: this is that day, and ten more than its count are ten late devices.
  const busiest = busiestDay();
  for (let late = 1; late <= 11; late += 1) {
    trips = moreOn(trips, `${busiest},01,02`, 4, 1);
    const [leaf] = await leaves((await revise(trips, folder)).release.file, where);
    seen.push(Number(leaf?.['trips']) - Number(before?.['trips']));
  }
  expect(seen).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 40]);
}, 30_000);

/** The day with the most devices from 01 to 02 in the week of 8 February. */
function busiestDay(): string {
  const rows = inventedTrips()
    .split('\n')
    .map((line) => line.split(','))
    .filter(
      ([date = '', origin, to]) =>
        origin === '01' && to === '02' && date >= '2021-02-08' && date < '2021-02-15',
    );
  const [busiest = []] = rows.toSorted((a, b) => Number(b[5]) - Number(a[5]));
  return busiest[0] ?? '';
}

test('a large change is published, and its days are shared as they were and not by the raw days', async () => {
  const where = `week = DATE '2021-02-08' AND origin = '01' AND destination = '02'`;
  const { release, revision } = await revise(
    moreOn(inventedTrips(), '2021-02-10,01,02', 9000, 900),
  );
  expect(revision).toMatchObject({ revised: 1, frozen: 0 });
  const [was] = await leaves(firstRelease.file, where);
  const [is] = await leaves(release.file, where);
  expect(Number(is?.['trips']) - Number(was?.['trips'])).toBe(9000);
  const other = `NOT (${where})`;
  expect(await leaves(release.file, other)).toEqual(await leaves(firstRelease.file, other));
  const week = `destination = '02' AND date BETWEEN DATE '2021-02-08' AND DATE '2021-02-14'`;
  const outside = `NOT (${week})`;
  expect(await days(release.file, outside)).toEqual(await days(firstRelease.file, outside));
  const sharesOf = async (file: string): Promise<readonly number[]> => {
    const trips = (await days(file, week)).map((row) => Number(row['trips']));
    const sum = trips.reduce((total, each) => total + each, 0);
    return trips.map((each) => each / sum);
  };
  const before = await sharesOf(firstRelease.file);
  const after = await sharesOf(release.file);
  // The raw trips of Wednesday alone grew by 9,000; as published, every day grows alike, to the grain.
  after.forEach((share, day) => expect(share).toBeCloseTo(before[day] ?? 0, 2));
});

test('the error bound never falls', async () => {
  const boundsOf = async (file: string) => {
    const sql = `SELECT destination || ' ' || mode AS place, bound FROM error_bound`;
    const rows = await readRows(file, sql);
    return new Map(rows.map((row) => [row['place'], Number(row['bound'])]));
  };
  const { release } = await revise(moreOn(inventedTrips(16), '2021-02-10,01,02', 4, 1));
  const after = await boundsOf(release.file);
  const before = await boundsOf(firstRelease.file);
  expect(before.size).toBeGreaterThan(5);
  for (const [place, bound] of before) expect(after.get(place)).toBeGreaterThanOrEqual(bound);
});

const header = inventedTrips().split('\n')[0] ?? '';
const without = (pattern: RegExp): string =>
  inventedTrips()
    .split('\n')
    .filter((line) => line === header || !pattern.test(line))
    .join('\n');

test.each([
  ['the last week', inventedTrips(14), 'weeksLost'],
  ['the first week', without(/^2021-01-(?:0[3-9]|10),/u), 'weeksLost'],
  ['a week in the middle', without(/^2021-02-(?:0[89]|1[0-4]),/u), 'weeksLost'],
  ['a mode of travel', without(/,Rail,/u), 'fewerModes'],
])('data without %s of what was released are refused', async (_, trips, code) => {
  const folder = released();
  await importInvented(folder, { trips });
  await expect(releaseInvented(folder)).rejects.toMatchObject({ name: 'ReleaseFault', code });
});

test('new data with other areas are refused', async () => {
  const folder = released();
  const areas = inventedAreas.replace('06,District 06,S', '06,District 06,N');
  await importInvented(folder, { trips: inventedTrips(16), areas });
  await expect(releaseInvented(folder)).rejects.toMatchObject({
    code: 'secondDraw',
    message: expect.stringContaining('with other areas') as unknown,
  });
});

test('a new mode of travel comes with its weeks', async () => {
  const bus = inventedTrips(16).replaceAll(/^(2021-04-(?:19|2\d),0[135],0\d),car/gmu, '$1,bus');
  const { release } = await revise(bus);
  expect(await leaves(release.file, earlier.week)).toEqual(await leaves(firstRelease.file));
  const modes = await readRows(
    release.file,
    `SELECT DISTINCT mode FROM leaf_weekly WHERE week = DATE '2021-04-19' ORDER BY mode`,
  );
  expect(modes).toEqual([{ mode: 'bus' }, { mode: 'rail' }]);
});

test('without its book a data set cannot be revised', async () => {
  const folder = released();
  rmSync(join(folder, `${firstRelease.releaseId}.book.duckdb`));
  await importInvented(folder, { trips: inventedTrips(16) });
  await expect(releaseInvented(folder)).rejects.toMatchObject({ code: 'noBook' });
});

test('figures that come back are a revision of the last release, and no earlier release is live again', async () => {
  const more = moreOn(inventedTrips(), '2021-02-10,01,02', 9000, 900);
  const { folder, release } = await revise(more);
  const back = (await revise(inventedTrips(), folder)).release;
  expect(new Set([firstRelease.releaseId, release.releaseId, back.releaseId]).size).toBe(3);
  expect(await leaves(back.file)).toEqual(await leaves(firstRelease.file));
});

test('only the book of the last release is kept', async () => {
  const { folder, release } = await revise(inventedTrips(16));
  expect(readdirSync(folder).filter((name) => name.endsWith('.book.duckdb'))).toEqual([
    `${release.releaseId}.book.duckdb`,
  ]);
});

test('a revision whose file was lost is written again with the same figures', async () => {
  const { folder, release } = await revise(inventedTrips(16));
  const before = [await leaves(release.file), await days(release.file)];
  rmSync(release.file);
  expect((await releaseInvented(folder)).kind).toBe('restored');
  expect([await leaves(release.file), await days(release.file)]).toEqual(before);
});
