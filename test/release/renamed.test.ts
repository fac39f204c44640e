import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ownFolder } from '#test/support/own-folder.ts';
import { importInvented, inventedTrips } from './invented-data.ts';
import { readRows } from './read-rows.ts';
import { releaseInvented } from './release-invented.ts';

const first = ownFolder();
let file = '';

beforeAll(async () => {
  await importInvented(first, { name: 'alpha' });
  ({ file } = await releaseInvented(first));
});

/** The folder of a release as alpha, whose trips are then imported as beta. */
async function renamed(): Promise<{ readonly folder: string; readonly released: string }> {
  const folder = ownFolder();
  cpSync(first, folder, { recursive: true });
  await importInvented(folder, { name: 'beta' });
  return { folder, released: file.replace(first, folder) };
}

const editionsIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'releases')).filter((name) => name.endsWith('.duckdb'));
const datasetsOf = (folder: string): readonly string[] =>
  linesOf(folder).map((line) => /"dataset":"(\w+)"/u.exec(line)?.[1] ?? '');
const linesOf = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'ledger.jsonl'), 'utf8').trim().split('\n');

const nameIn = async (released: string): Promise<unknown> =>
  (await readRows(released, 'SELECT dataset FROM release'))[0]?.['dataset'];
const figuresOf = (released: string) =>
  readRows(
    released,
    `SELECT CAST(week AS VARCHAR) AS week, origin, destination, mode, trips, status FROM leaf_weekly WHERE week < DATE '2021-04-19' ORDER BY ALL`,
  );

/** Beta with a new week: its weeks before are alpha's. */
async function checkRevised(folder: string): Promise<void> {
  await importInvented(folder, { name: 'beta', trips: inventedTrips(16) });
  const next = await releaseInvented(folder);
  expect(next).toMatchObject({ kind: 'released', privileged: { revision: { weeksAdded: 1 } } });
  expect(await figuresOf(next.file)).toEqual(await figuresOf(file));
}

test('a data set that is renamed is not drawn again', async () => {
  const { folder, released } = await renamed();
  const edition = await releaseInvented(folder);
  expect(edition.kind).toBe('reworded');
  expect(await nameIn(edition.file)).toBe('beta');
  expect(await nameIn(released)).toBe('alpha');
  expect((await releaseInvented(folder)).kind).toBe('alreadyReleased');
  await checkRevised(folder);
});

test('one that is renamed once its file is lost is not drawn again', async () => {
  const { folder, released } = await renamed();
  rmSync(released);
  const edition = await releaseInvented(folder);
  expect(edition.kind).toBe('restored');
  expect(datasetsOf(folder)).toEqual(['alpha', 'beta']);
  expect(await nameIn(edition.file)).toBe('beta');
  expect((await releaseInvented(folder)).kind).toBe('alreadyReleased');
  await checkRevised(folder);
});

test('a restored file whose words are the same adds no line to the ledger', async () => {
  const folder = ownFolder();
  cpSync(first, folder, { recursive: true });
  rmSync(file.replace(first, folder));
  expect((await releaseInvented(folder)).kind).toBe('restored');
  expect(datasetsOf(folder)).toEqual(['alpha']);
});

const draftOf = (folder: string): string => join(folder, `ledger.jsonl.${process.pid}.tmp`);

/** Releases while the ledger cannot be written: a folder is in the place of its draft. */
async function failToEnter(folder: string): Promise<void> {
  const onProgress = (): void => void mkdirSync(draftOf(folder), { recursive: true });
  await expect(releaseInvented(folder, { onProgress })).rejects.toThrow('EISDIR');
  rmSync(draftOf(folder), { recursive: true });
}

test('a new name that cannot be entered is not published: beside a file that is there', async () => {
  const { folder, released } = await renamed();
  await failToEnter(folder);
  expect(datasetsOf(folder)).toEqual(['alpha']);
  expect(editionsIn(folder)).toEqual([basename(released)]);
  expect(await nameIn(released)).toBe('alpha');
  expect((await releaseInvented(folder)).kind).toBe('reworded');
  await checkRevised(folder);
});

test('a new name that cannot be entered is not published: in the place of a lost file', async () => {
  const { folder, released } = await renamed();
  rmSync(released);
  await failToEnter(folder);
  expect(datasetsOf(folder)).toEqual(['alpha']);
  expect(editionsIn(folder)).toEqual([]);
  expect((await releaseInvented(folder)).kind).toBe('restored');
  await checkRevised(folder);
});

test.each(['before', 'after'])(
  'a job killed %s the renamed file is in its place, with the name entered and not its words, is made good by the next',
  async (when) => {
    const { folder } = await renamed();
    const { file: edition } = await releaseInvented(folder);
    expect(datasetsOf(folder)).toEqual(['alpha', 'beta', 'beta']);
    writeFileSync(join(folder, 'ledger.jsonl'), `${linesOf(folder).slice(0, 2).join('\n')}\n`);
    if (when === 'before') rmSync(edition);
    expect(await releaseInvented(folder)).toMatchObject({ kind: 'reworded', file: edition });
    expect(await nameIn(edition)).toBe('beta');
    expect(datasetsOf(folder)).toEqual(['alpha', 'beta', 'beta']);
    await checkRevised(folder);
  },
);
