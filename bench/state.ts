import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { walkAudit } from '#src/audit/walk-audit.ts';
import { makeMac } from '#src/edges/store/audit-key.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import type { StorePlace } from '#src/edges/store/store-place.ts';
import type { Store } from '#src/state/store.ts';
import { findPostgres, startPostgres } from '#test/support/postgres-server.ts';
import { often, once } from './stopwatch.ts';

const bencher = { actor: { kind: 'program', name: 'the bench' } } as const;
const changes = 2000;
const atOnce = 20;

const print = (name: string, value: string): void =>
  void process.stdout.write(`${name.padEnd(58)}${value.padStart(12)}\n`);
const ms = (durationMs: number): string => `${durationMs.toFixed(1)} ms`;
const clock = (): Date => new Date();

/** The state: opening it, one change with its audit entry, changes at once, and reading the audit, embedded and on a server. `folder`: an empty one. */
export async function benchState(folder: string): Promise<void> {
  const key = randomBytes(32);
  const auditKeyFile = join(folder, 'audit.key');
  await writeFile(auditKeyFile, key.toString('hex'));
  await benchOpening(folder, auditKeyFile);
  await benchEngine({ home: join(folder, 'embedded'), databaseUrl: undefined, auditKeyFile }, key);
  if (findPostgres() === undefined) {
    process.stdout.write('PostgreSQL is not installed: its part is left out.\n');
    return;
  }
  const server = await startPostgres(['fsync=on']);
  try {
    const databaseUrl = await server.database('bench');
    await benchEngine({ home: join(folder, 'server'), databaseUrl, auditKeyFile }, key);
  } finally {
    await server.stop();
  }
}

async function benchOpening(folder: string, auditKeyFile: string): Promise<void> {
  const place = { home: join(folder, 'embedded'), databaseUrl: undefined, auditKeyFile };
  const open = async () => (await openStore(place, clock)).close();
  // The first one loads the engine's code.
  const bare = async (name: string) => (await PGlite.create(join(folder, name))).close();
  await bare('first');
  const made = await once(() => bare('second'));
  const packed = await once(open);
  const again = await once(open);
  print('new database by PGlite itself', ms(made.durationMs));
  print('new state: unpacked, with its tables', ms(packed.durationMs));
  print('state opened again', ms(again.durationMs));
}

async function benchEngine(place: StorePlace, key: Uint8Array): Promise<void> {
  const store = await openStore(place, clock);
  try {
    let turn = 0;
    const put = () => putMessage(store, `one ${(turn += 1)}`);
    const one = await often(put, 200);
    const many = await once(async () => {
      for (let done = 0; done < changes; done += atOnce)
        await Promise.all(
          Array.from({ length: atOnce }, (_, at) => putMessage(store, `many ${done + at}`)),
        );
    });
    const walked = await once(() =>
      walkAudit({ audit: store.audit, mac: makeMac(key), noted: [] }),
    );
    const entries = walked.value?.check.entries ?? 0;
    print(`${store.engine}: one change with its audit entry, median`, ms(one.median));
    print(`${store.engine}: the same, p95`, ms(one.p95));
    print(
      `${store.engine}: changes a second, ${atOnce} at once`,
      perSecond(changes, many.durationMs),
    );
    print(
      `${store.engine}: audit entries verified a second`,
      perSecond(entries, walked.durationMs),
    );
  } finally {
    await store.close();
  }
}

const perSecond = (count: number, durationMs: number): string =>
  ((count / durationMs) * 1000).toFixed(0);

const putMessage = (store: Store, key: string): Promise<boolean> =>
  store.change(({ outbox }) =>
    outbox.put(
      { key, kind: 'answer', channel: 'C0BENCH', owner: 'U0BENCH', body: {}, due: new Date() },
      bencher,
    ),
  );
