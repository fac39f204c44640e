import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '#src/edges/store/open-store.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import type { Run } from '#test/support/run-program.ts';
import { isThorough } from '#test/support/thorough.ts';
import { startWalk } from './walk.ts';

const { home, importWeeks, release, ask } = startWalk();
const me = userInfo().username.toLowerCase();
const question = 'region:"District 01"';

/** What a run printed, with its exit code, and times and digits that differ from run to run as letters. */
const said = ({ code, stdout, stderr }: Run): string =>
  `${code}: ${stdout}${stderr}`
    .replaceAll(/\d+ \w+ \d{4}, \d\d:\d\d UTC/gu, 'TIME')
    .replaceAll(/\d+\.\d s/gu, 'N s');

const editions = (): readonly string[] =>
  readdirSync(join(home, 'releases'))
    .filter((name) => name.endsWith('.duckdb'))
    .map((name) => name.replace('.duckdb', ''));

const pointer = (): unknown =>
  JSON.parse(readFileSync(join(home, 'releases/current.json'), 'utf8'));

const noRelease = `2: No release of the data is live at present, so nothing can be answered.
A data owner can see why, and make one live, with: npm run release -- list
`;

/** Approves what is named as two people. */
async function approve(name: string): Promise<readonly string[]> {
  return [
    said(await release('approve', name, '--as', 'bea')),
    said(await release('approve', name, '--as', 'Carl')),
  ];
}

test.skipIf(!isThorough)(
  'real data are imported, released, approved, made live, followed by a new week, and withdrawn (thorough: about a minute)',
  async () => {
    expect((await importWeeks(15)).code).toBe(0);
    const made = await release();
    const [first = ''] = editions();
    expect(first).toMatch(/^lowland-2021-04-18-[0-9a-f]{8}$/u);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toMatch(new RegExp(`^Made ${first} in `, 'mu'));
    expect(made.stdout).toContain(
      `\n${first} is staged. It answers once two other people have approved it (npm run release -- approve ${first} --as WHO) and it is made live.\n`,
    );

    const unanswered = await ask(question);
    expect(unanswered).toMatchObject({ code: 2, stdout: noRelease.slice(3) });
    expect(unanswered.stderr).toContain(`${first} was made before, and nothing was drawn`);
    expect(said(await release('live', first))).toMatch(
      /^1: Not done: the release needs the approval of two people, and its policy \(policy:[0-9a-f]{12}\) needs the approval of two people\.\n$/u,
    );

    const waits = said(await release('list'));
    const policy = /policy:[0-9a-f]{12}/u.exec(waits)?.[0] ?? '';
    expect(waits).toBe(`0: ${first}: staged TIME. Data to 18 April 2021.
  Made by ${me}. Needs the approval of two people.
  Its policy (${policy}): Needs the approval of two people.
`);
    const shown = await release('show', 'lowland');
    expect(shown.stdout).toMatch(
      new RegExp(`^${first}\n  content: [0-9a-f]{12} .*\n  policy: \\{.*\\}\n`, 'u'),
    );
    expect(shown.stdout).toContain('\n  verdict: passed\n');

    // Two others approve it; whoever made it does not, nor anybody twice.
    expect(said(await release('approve', 'lowland'))).toBe(
      '1: Not done: you made it: somebody else must approve it (--as says who you are).\n',
    );
    expect(await approve('lowland')).toEqual([
      `0: ${first}: Approved by bea; needs the approval of one more person.\n`,
      `0: ${first}: Approved by bea and carl.\nNext: its policy (${policy}) needs the approval of two people.\n`,
    ]);
    expect(await approve(policy)).toEqual([
      `0: The policy ${policy.slice(7)}: Approved by bea; needs the approval of one more person.\n`,
      `0: The policy ${policy.slice(7)}: Approved by bea and carl.\nNext: npm run release -- live ${first}\n`,
    ]);
    expect(said(await release('live', 'lowland', '--as', 'dora'))).toBe(
      `0: ${first} is live: it answers from now on.\n`,
    );
    const answered = await ask(question);
    expect(answered).toMatchObject({ code: 0 });
    expect(answered.stdout).toContain(first);

    // A new week comes while another process has the state open: its release is staged all the same, and the next command takes it up.
    expect((await importWeeks(16)).code).toBe(0);
    const state = { home, databaseUrl: undefined, auditKeyFile: undefined };
    const another = await openStore(state, () => new Date());
    const busy = await release();
    expect(said(await release('list'))).toBe(
      '1: Not done: another process has the state open: stop it first, or set DATABASE_URL so that several processes can share one PostgreSQL.\n',
    );
    await another.close();
    const second = editions().find((name) => name !== first) ?? '';
    expect(second).toMatch(/^lowland-2021-04-25-[0-9a-f]{8}$/u);
    expect(busy).toMatchObject({ code: 0, stderr: '' });
    expect(busy.stdout).toContain('\n1 week is new.');
    expect(busy.stdout).toContain(
      `\n${second} is staged. It is entered when a program or command next opens the state, which another one has open now.\n`,
    );
    expect(said(await release('list'))).toBe(`0: ${second}: staged TIME. Data to 25 April 2021.
  Made by ${me}. Needs the approval of two people.
${first}: LIVE since TIME. Data to 18 April 2021.
  Made by ${me}. Approved by bea and carl.
`);

    // The old release answers until the new one is approved and made live.
    expect(await approve(second)).toEqual([
      `0: ${second}: Approved by bea; needs the approval of one more person.\n`,
      `0: ${second}: Approved by bea and carl.\nNext: npm run release -- live ${second}\n`,
    ]);
    expect((await ask(question)).stdout).toContain(first);
    expect((await release('live', second, '--as', 'dora')).code).toBe(0);
    expect((await ask(question)).stdout).toContain(second);

    // Withdrawn, nothing answers, nothing is drawn, and nothing brings it back.
    expect(said(await release('withdraw', second))).toBe(
      '1: Not done: say why, in at most 200 characters: --reason "WORDS".\n',
    );
    expect(
      said(await release('withdraw', second, '--reason', 'wrong in March', '--as', 'bea')),
    ).toBe(
      `0: ${second} is withdrawn and never answers again. Nothing answers until another release is made live.\n`,
    );
    expect(pointer()).toEqual({ withdrawn: true });
    const raw = readdirSync(join(home, 'raw'));
    expect(said(await ask(question))).toBe(noRelease);
    expect(said(await release('live', second))).toBe(
      `1: Not done: ${second} was withdrawn and never answers again: new data or a new policy make a new release.\n`,
    );
    expect(said(await release())).toContain(
      `\n${second} was withdrawn and never answers again. New data or a new policy make a new release.\n`,
    );
    expect(said(await ask(question))).toBe(noRelease);
    expect(readdirSync(join(home, 'raw'))).toEqual(raw);
    expect(said(await release('list')))
      .toBe(`0: ${second}: withdrawn TIME (wrong in March). Data to 25 April 2021.
${first}: answered from TIME to TIME. Data to 18 April 2021.
  Made by ${me}. Approved by bea and carl.
`);

    // The one before comes back, unless its file is lost.
    expect(said(await release('live', first))).toBe(
      `0: ${first} is live: it answers from now on.\n`,
    );
    expect((await ask(question)).stdout).toContain(first);

    // Of a version of the program that checked nothing, or lost, it does not answer.
    const file = join(home, `releases/${first}.duckdb`);
    chmodSync(file, 0o600);
    await withDuckdb(file, {}, (connection) => connection.run('DELETE FROM report'));
    expect(await ask(question)).toMatchObject({ code: 2, stdout: noRelease.slice(3) });
    rmSync(file);
    expect(said(await release('live', first))).toBe(
      `1: Not done: the file of ${first} is not there or cannot be read: npm run release writes it again if it is of the data set in use.\n`,
    );
    expect(said(await release('show', first))).toBe(
      `1: Not done: the file of ${first} is not there or cannot be read.\n`,
    );
  },
  600_000,
);
