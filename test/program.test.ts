import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runProgram, type Run } from '#test/support/run-program.ts';
import { everyNth, isThorough } from '#test/support/thorough.ts';

let folder = '';
let first: Run = { code: -1, stdout: '', stderr: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mobility-program-'));
  first = await runProgram(folder, 'ask', 'region:London', 'since:lift-date');
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = (...args: readonly string[]) => runProgram(folder, 'ask', ...args);

const answerShape = z.object({
  ask: z.object({
    usage: z.string(),
    read: z.string(),
    command: z.literal('trend'),
    since: z.object({ date: z.string() }),
  }),
  finding: z.object({
    area: z.object({ code: z.string(), name: z.string() }),
    weeks: z.array(
      z.object({
        week: z.string(),
        trips: z.object({ kind: z.string(), value: z.number().optional() }),
      }),
    ),
  }),
  sentences: z.array(z.string()).min(2),
  alt: z.string().min(50).max(2000),
  table: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  chart: z.object({ path: z.string() }),
  release: z.object({ synthetic: z.literal(true), source: z.string() }),
});

test('the first question makes data and release, and is answered', () => {
  expect(first).toMatchObject({ code: 0 });
  expect(first.stdout).toContain('Trips in London');
  expect(first.stdout).toContain('synthetic demonstration data');
  expect(first.stderr).toMatch(/Made (uk-demo-2022-10-16-[0-9a-f]{8}) in \d+\.\d s/u);
  expect(first.stderr).toMatch(/uk-demo-\S+ is live\. It is synthetic, so it approved itself\./u);
  expect(first.stderr).not.toMatch(/too few|left out|about too/u);
  expect(first.stderr).toMatch(/Answered in \d+\.\d s\./u);
});

test('a pipe gets plain text, and the picture is a PNG of 1,600 pixels', async () => {
  expect(first.stdout).not.toContain('\u001B');
  const path = /^Picture: (.+)$/mu.exec(first.stdout)?.[1] ?? '';
  const { format, width } = await sharp(join(folder, path)).metadata();
  expect({ format, width }).toEqual({ format: 'png', width: 1600 });
});

const lifted = [
  {
    place: 'London',
    code: 'E12000007',
    date: '2022-01-19',
    said: 'the work from home guidance ended',
  },
  {
    place: 'Leeds',
    code: 'E08000035',
    date: '2022-01-19',
    said: 'the work from home guidance ended',
  },
  {
    place: 'Wales',
    code: 'W92000004',
    date: '2022-01-28',
    said: 'the legal requirement to work from home ended, but advice stayed',
  },
  {
    place: 'Scotland',
    code: 'S92000003',
    date: '2022-01-31',
    said: 'hybrid working replaced the work from home guidance',
  },
  {
    place: 'Belfast',
    code: 'N09000003',
    date: '2022-06-06',
    said: 'the work from home guidance was removed',
  },
];

describe.each(everyNth(2, lifted))('$place since lift-date', ({ place, code, date, said }) => {
  test('takes the date that holds in its nation, and says so', async () => {
    const { code: exit, stdout } = await ask(`region:${place}`, 'since:lift-date', '--json');
    const answer = answerShape.parse(JSON.parse(stdout));
    expect(exit).toBe(0);
    expect(answer.ask.since.date).toBe(date);
    expect(answer.finding.area.code).toBe(code);
    expect(answer.ask.read).toContain(said);
    expect(answer.sentences.join(' ')).toContain('synthetic demonstration data');
    expect(existsSync(join(folder, answer.chart.path))).toBe(true);
    const shown = answer.finding.weeks.flatMap(({ trips }) => trips.value ?? []);
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((value) => value > 0 && value < 10)).toEqual([]);
    expect(
      answer.table.rows.map(([, trips]) => trips).filter((trips) => /^[1-9]$/u.test(trips ?? '')),
    ).toEqual([]);
  });
});

const refused = [
  { name: 'a place that is nowhere', text: 'region:Narnia' },
  { name: 'a day that is no day', text: 'region:London since:31-02-2022' },
  { name: 'an event that has no name', text: 'region:London since:christmas' },
  { name: 'an end before its start', text: 'region:London since:2022-03-01 until:2022-02-01' },
  { name: 'SQL', text: "'; DROP TABLE leaf_weekly; --" },
  { name: 'a mention of everybody', text: '<!channel>' },
  { name: 'an emoji', text: '🚇' },
  {
    name: 'noise',
    text: Array.from({ length: 10_000 }, (_, index) =>
      String.fromCodePoint(33 + ((index * 7919) % 900)),
    ).join(''),
  },
  { name: 'nothing', text: '' },
];

test.each(everyNth(2, refused))(
  '$name is refused in a sentence with a next step',
  async ({ text }) => {
    const { code, stdout, stderr } = await ask(text);
    expect(code).toBe(2);
    expect(stdout).toMatch(/Try: /u);
    expect(stdout + stderr).not.toMatch(
      /\bat .*\.ts:\d+|Error|undefined|<!channel>|DROP TABLE leaf/u,
    );
    const shape = z.object({ refusal: z.object({ message: z.string(), next: z.string() }) });
    expect(shape.safeParse(JSON.parse((await ask(text, '--json')).stdout)).success).toBe(true);
  },
);

test('a fault gets a reference, and no detail', async () => {
  const broken = await mkdtemp(join(tmpdir(), 'mobility-broken-'));
  await mkdir(join(broken, 'home/releases'), { recursive: true });
  await writeFile(
    join(broken, 'home/releases/current.json'),
    '{"releaseId":"x","file":"x.duckdb"}',
  );
  await writeFile(join(broken, 'home/releases/x.duckdb'), 'this is no database');
  const { code, stdout } = await runProgram(broken, 'ask', 'region:London');
  const log = await readFile(join(broken, 'home/mobility.log'), 'utf8');
  const reference = /\breference ([0-9A-F]{4})\b/u.exec(stdout)?.[1] ?? 'none';
  await rm(broken, { recursive: true });
  expect(code).toBe(1);
  expect(stdout).not.toMatch(/\.ts:|duckdb/u);
  expect(log).toContain(reference);
});

test('a picture that cannot be kept costs the picture, not the answer', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'mobility-out-'));
  await writeFile(join(elsewhere, 'out'), 'a file, not a folder');
  await cp(join(folder, 'home'), join(elsewhere, 'home'), { recursive: true });
  const { code, stdout } = await runProgram(elsewhere, 'ask', 'region:Leeds');
  await rm(elsewhere, { recursive: true });
  expect(code).toBe(0);
  expect(stdout).toMatch(/The picture could not be drawn or kept \(ref [0-9A-F]{4}\)/u);
});

test.skipIf(!isThorough)(
  'two first questions at once are both answered (thorough: it makes the demonstration anew)',
  async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'mobility-twice-'));
    const runs = await Promise.all(
      ['Leeds', 'Cardiff'].map((place) => runProgram(fresh, 'ask', `region:${place}`)),
    );
    await rm(fresh, { recursive: true });
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  },
  180_000,
);

test('only pictures and state are left behind', async () => {
  expect((await readdir(folder)).toSorted()).toEqual(['home', 'out']);
  expect(
    (await readdir(join(folder, 'out'))).every((name) => /^[A-Za-z0-9_-]+\.png$/u.test(name)),
  ).toBe(true);
});
