import { randomBytes, randomInt } from 'node:crypto';
import { openStore } from '#src/edges/store/open-store.ts';

// Run as a process of its own: makes one change after the other in the state under a folder, and says the key of each once it is made.
const [home = ''] = process.argv.slice(2);
const store = await openStore(
  { home, databaseUrl: undefined, auditKeyFile: undefined },
  () => new Date(),
);
const audit = { actor: { kind: 'program', name: 'writer' } } as const;
for (;;) {
  const key = randomBytes(8).toString('hex');
  await store.change(async ({ inbox, outbox }) => {
    await inbox.accept(key, audit);
    const body = randomBytes(randomInt(20_000)).toString('base64');
    await outbox.put(
      { key, kind: 'answer', channel: 'C', owner: 'U', body, due: new Date() },
      audit,
    );
  });
  process.send?.(key);
}
