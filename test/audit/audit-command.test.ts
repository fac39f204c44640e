import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPglite } from '#src/edges/store/open-pglite.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import { layState } from '#test/support/lay-state.ts';
import { findPostgres, startPostgres } from '#test/support/postgres-server.ts';
import type { StorePlace } from '#src/edges/store/store-place.ts';
import type { Run } from '#test/support/run-program.ts';
import { person } from './kept-audit.ts';

const release = 'uk-demo-2022-10-16-1a2b3c4d';
const channel = {
  id: 'C024BE91L',
  audience: { kind: 'private' as const, members: 12, guests: 1, isShared: false },
};

let folder = '';
const home = () => join(folder, 'home');
const place = (): StorePlace => ({ home: home(), databaseUrl: undefined, auditKeyFile: undefined });

/** Records so many answers, one a change. */
async function record(count: number, where: StorePlace, name = 'question'): Promise<void> {
  const store = await openStore(where, () => new Date('2026-11-23T09:00:00Z'));
  try {
    for (let index = 0; index < count; index += 1)
      await store.change(({ answers }) =>
        answers.record('answer.given', `${name} ${index}`, {
          actor: person('U024BE7LH'),
          channel,
          ask: 'region:London',
          decision: 'answered',
          release,
        }),
      );
  } finally {
    await store.close();
  }
}

/** Changes the database behind the program's back, past its guards. */
async function tamper(...statements: readonly string[]): Promise<void> {
  const database = await openPglite(join(home(), 'state'));
  try {
    for (const statement of [
      'ALTER TABLE audit DISABLE TRIGGER USER',
      'ALTER TABLE audit_head DISABLE TRIGGER USER',
      ...statements,
    ])
      await database.query(statement);
  } finally {
    await database.close();
  }
}

const main = join(import.meta.dirname, '../../src/main.ts');

/** Runs the command as an operator would, with the state of `place`. */
async function run(place: StorePlace, ...argv: readonly string[]): Promise<Run> {
  const env = {
    ...process.env,
    MOBILITY_HOME: place.home,
    DATABASE_URL: place.databaseUrl,
    MOBILITY_AUDIT_KEY_FILE: place.auditKeyFile,
    // The program keeps its own.
    NODE_COMPILE_CACHE: undefined,
  };
  const program = spawn(process.execPath, [main, 'audit', ...argv], { env });
  const [stdout, stderr] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, 'exit'),
  ]);
  return { code: program.exitCode ?? -1, stdout, stderr };
}

const audit = (...argv: readonly string[]) => run(place(), ...argv);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mobility-audit-'));
  await layState(home());
  await record(5, place());
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

test('an audit is whole, its head is printed, and later checks against it hold', async () => {
  const { code, stdout, stderr } = await audit('verify');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const head = /^Head: (5:[0-9a-f]{12})$/mu.exec(stdout)?.[1] ?? '';
  expect(stdout).toBe(
    [
      'The audit has 5 entries, from 2026-11-23 09:00:00 to 2026-11-23 09:00:00 (UTC).',
      'It is whole: nothing was altered, added or taken out. It fits the mark that this machine keeps.',
      `Head: ${head}`,
      `Note the head where nobody can change it, such as in minutes. To check later that all up to it is still there: npm run audit -- verify --head ${head}`,
      '',
    ].join('\n'),
  );
  const noted = await audit('verify', '--head', head);
  expect(noted.code).toBe(0);
  expect(noted.stdout).toContain('and the head that you noted.');
  const wrong = await audit('verify', '--head', '3:ffffffffffff', '--head', `6${head.slice(1)}`);
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toContain('It is NOT whole: 2 faults.');
  expect(wrong.stdout).toContain('- Entry 3 is not the one which you noted:');
  expect(wrong.stdout).toContain('- Entry 6, which you noted, is past the end:');
});

test('the audit is exported as lines of JSON, and who saw something is a table', async () => {
  const exported = await audit('export');
  expect(exported).toMatchObject({ code: 0, stderr: '' });
  const lines = exported.stdout.trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject(
    [1, 2, 3, 4, 5].map((seq) => ({ seq, release })),
  );
  const seen = await audit('who-saw', release);
  expect(seen).toMatchObject({ code: 0, stderr: '' });
  expect(seen.stdout).toContain(
    '5 answers in 1 channel, seen at the time by at most 12 people, 1 of them a guest.',
  );
});

test.each(['head -1', 'true'])(
  'a reader that has seen enough, such as %s, is no fault',
  async (reader) => {
    const { stdout, stderr } = await promisify(execFile)(
      'bash',
      [
        '-o',
        'pipefail',
        '-c',
        `"$1" "$2" audit export | ${reader}`,
        'bash',
        process.execPath,
        main,
      ],
      { env: { ...process.env, MOBILITY_HOME: home() } },
    );
    expect(stderr).toBe('');
    expect(stdout).toMatch(reader === 'true' ? /^$/u : /^\{"seq":1,[^\n]+\}\n$/u);
  },
);

test('what is not understood says how to call it', async () => {
  const wrong = await audit('who-saw');
  expect(wrong).toMatchObject({ code: 1, stdout: '' });
  expect(wrong.stderr).toMatch(
    /^who-saw takes one thing: .+\.\nHow to call it: npm run audit -- --help\n$/u,
  );
  const { code, stdout } = await audit('--help');
  expect(code).toBe(0);
  expect(stdout).toContain('npm run audit -- who-saw WHAT');
});

test('while another process has the state open, one sentence says so', async () => {
  const store = await openStore(place(), () => new Date());
  try {
    expect(await audit('verify')).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'The audit was not read: another process has the state open: stop it first, or set DATABASE_URL so that several processes can share one PostgreSQL.\n',
    });
  } finally {
    await store.close();
  }
});

test('where there is no state, none is made', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'mobility-no-state-'));
  try {
    const nowhere = { ...place(), home: join(elsewhere, 'home') };
    const { code, stdout, stderr } = await run(nowhere, 'verify');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^There is no state in .+home, so nothing was recorded yet: [^\n]+\n$/u);
    expect(await readdir(join(elsewhere, 'home'))).toEqual(['compile-cache']);
    await cp(join(home(), 'audit-witness.json'), join(elsewhere, 'home/audit-witness.json'));
    const gone = await run(nowhere, 'verify');
    expect(gone.code).toBe(1);
    expect(gone.stderr).toContain(
      'but this machine noted an audit of 5 entries: it was moved or deleted.',
    );
  } finally {
    await rm(elsewhere, { recursive: true });
  }
});

test('a state whose key is gone is not given another one', async () => {
  const key = join(home(), 'state/audit.key');
  await rename(key, `${key}.away`);
  try {
    const { code, stderr } = await audit('verify');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The audit was not read: the secret of the audit is gone: /u);
    expect(existsSync(key)).toBe(false);
    await writeFile(key, `${'ab'.repeat(32)}\n`);
    const other = await audit('verify');
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('Nothing fits the key. Most likely it is another key');
  } finally {
    await rename(`${key}.away`, key);
  }
});

describe('behind the program’s back', () => {
  let before = '';
  beforeAll(() => {
    before = `${folder}-before`;
    return cp(folder, before, { recursive: true });
  });
  afterAll(() => rm(before, { recursive: true }));

  test('an altered, a deleted and an added entry are found, each in its sentence', async () => {
    await tamper(
      `UPDATE audit SET event = replace(event, 'London', 'Leeds') WHERE seq = 2`,
      'DELETE FROM audit WHERE seq = 4',
      `INSERT INTO audit (seq, event, seal) SELECT 6, event, seal FROM audit WHERE seq = 1`,
    );
    const { code, stdout } = await audit('verify');
    expect(code).toBe(1);
    expect(stdout.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- Entry 2 is altered. Do not rely on what it says: look it up in a backup.',
      '- Entry 4 is missing. Look in a backup, for entry 5 too, which cannot be checked without.',
      '- Entry 6 was added past the sealed end. Do not rely on it.',
    ]);
    for (const argv of [['export'], ['who-saw', release]]) {
      const told = await audit(...argv);
      expect(told.code, argv[0]).toBe(1);
      expect(told.stdout, argv[0]).toContain('Leeds');
      expect(told.stderr, argv[0]).toMatch(
        /^The audit is NOT whole, so do not rely on this alone/u,
      );
    }
  });

  test('an end cut off and sealed by somebody without the key is not sealed anew by the program', async () => {
    await tamper(
      'DELETE FROM audit WHERE seq > 3',
      `UPDATE audit_head SET seq = 3, seal = (SELECT seal FROM audit WHERE seq = 3), head_seal = repeat('0', 64)`,
    );
    await expect(record(1, place())).rejects.toMatchObject({
      name: 'StoreFault',
      code: 'auditAltered',
    });
    const { code, stdout } = await audit('verify');
    expect(code).toBe(1);
    expect(stdout).toContain('- The sealed end was altered');
  });

  test('an old copy put back is found by the mark of this machine, after the program went on from it too', async () => {
    await rm(join(home(), 'state'), { recursive: true });
    await cp(join(before, 'home/state'), join(home(), 'state'), { recursive: true });
    await rm(join(home(), 'audit-witness.json'));
    await record(3, place());
    const mark = await readFile(join(home(), 'audit-witness.json'), 'utf8');
    expect(mark).toContain('"seq":8');
    await rm(join(home(), 'state'), { recursive: true });
    await cp(join(before, 'home/state'), join(home(), 'state'), { recursive: true });
    expect((await audit('verify')).stdout).toContain(
      '- Entry 8, which this machine noted, is past the end',
    );
    await record(4, place(), 'later question');
    expect(await readFile(join(home(), 'audit-witness.json'), 'utf8')).toBe(mark);
    const { code, stdout } = await audit('verify');
    expect(code).toBe(1);
    expect(stdout.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- Entry 8 is not the one which this machine noted: the audit was written anew, or went on from an old copy. Look for the lost entries in a backup.',
    ]);
  });
});

describe.skipIf(findPostgres() === undefined)('on a PostgreSQL server (needs PostgreSQL)', () => {
  test('an audit that others write to is whole, and a machine that keeps no mark says so', async () => {
    const server = await startPostgres();
    try {
      const databaseUrl = await server.database('audit');
      const auditKeyFile = join(folder, 'shared.key');
      await writeFile(auditKeyFile, 'cd'.repeat(32));
      const replica = { home: join(folder, 'replica'), databaseUrl, auditKeyFile };
      await record(3, replica);
      const [verified] = await Promise.all([
        run({ ...replica, home: join(folder, 'elsewhere') }, 'verify'),
        record(300, replica),
      ]);
      expect(verified.stdout).toContain('It is whole: nothing was altered, added or taken out.\n');
      expect(verified.stdout).toContain('This machine keeps no mark of the audit, so an old copy');
      expect(verified).toMatchObject({ code: 0, stderr: '' });
    } finally {
      await server.stop();
    }
  });
});
