import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, chownSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** The folder of PostgreSQL's programs, from the PATH or where Debian puts them; undefined where there is none. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted().toReversed() : [];
  return [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian makes for it, or as nobody. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres:', 'nobody:'].flatMap(
    (name) => users.find((user) => user.startsWith(name)) ?? [],
  )[0];
  const [, , uid, gid] = (line ?? '').split(':').map(Number);
  if (uid === undefined || gid === undefined) throw new Error('there is no user for PostgreSQL');
  return { uid, gid };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A PostgreSQL of the test's own, on loopback. `url` is of a new, empty database. */
export type PostgresServer = {
  readonly port: number;
  readonly folder: string;
  readonly database: (name: string) => Promise<string>;
  /** Breaks every connection and ends, as in a power cut; `start` starts it again. */
  readonly crash: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Makes and starts a server. `settings`: lines for postgresql.conf, as `name=value`; `prepare` gets the data folder before the start. */
export async function startPostgres(
  settings: readonly string[] = [],
  prepare: (data: string, user: { uid: number; gid: number } | undefined) => void = () => undefined,
): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('PostgreSQL is not installed');
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'mobility-postgres-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  prepare(data, user);
  const port = await freePort();
  const own = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=60',
    ...settings,
  ];
  const admin = `postgresql://tester@127.0.0.1:${port}/postgres`;
  const spawnServer = () =>
    spawn(
      join(programs, 'postgres'),
      ['-D', data, '-p', String(port), ...own.flatMap((setting) => ['-c', setting])],
      { ...user, cwd: folder, stdio: 'ignore' },
    );
  let server = spawnServer();
  await untilReady(admin, server);
  const end = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    if (server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  return {
    port,
    folder,
    database: async (name) => {
      await withClient(admin, (client) => client.query(`CREATE DATABASE "${name}"`));
      return `postgresql://tester@127.0.0.1:${port}/${name}`;
    },
    crash: () => end('SIGQUIT'),
    start: async () => {
      server = spawnServer();
      await untilReady(admin, server);
    },
    stop: async () => {
      await end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs `task` with a connection of its own. */
export async function withClient<T>(url: string, task: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error('PostgreSQL ended as it started');
    try {
      return await withClient(url, async () => undefined);
    } catch {
      await sleep(50);
    }
  }
  throw new Error('PostgreSQL did not start');
}
