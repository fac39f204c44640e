import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { queries } from '#queries/index.ts';
import { runOffice, usualPace } from '#src/bot/run-office.ts';
import { makeLog } from '#src/edges/log/make-log.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import { startFront } from '#src/edges/slack/app/start-front.ts';
import { makeSlack } from '#src/edges/slack/client/make-slack.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import { makeDuckdbWarehouse } from '#src/edges/warehouse/make-duckdb-warehouse.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { settings } from '#test/support/trend-input.ts';
import { replicaPost } from './replica-post.ts';

// A bot in a process of its own that can be killed. It differs from the one of `npm start` in its release, which is small, and in how soon another takes over.

const post = replicaPost.parse(JSON.parse(process.env['REPLICA_POST'] ?? ''));
const project = join(import.meta.dirname, '../../..');
const clock = () => new Date();
const { report } = makeLog(post.home);
const deadlineMs = 20_000;

const store = await openStore(
  { home: post.home, databaseUrl: post.databaseUrl, auditKeyFile: post.auditKeyFile },
  clock,
);
const warehouse = await makeDuckdbWarehouse({
  file: post.release,
  queries,
  sqlFolder: join(project, 'queries'),
});
const vocabulary = await readVocabulary(warehouse, { deadlineMs });
const edges = {
  desk: { warehouse, vocabulary, settings, deadlineMs },
  render: makeRenderer({ fontsFolder: join(project, 'assets/fonts') }),
  report,
};
const office = runOffice(
  {
    store,
    slack: makeSlack({ token: post.token, apiUrl: post.apiUrl, clock, report }),
    release: {
      current: () => edges,
      look: () => Promise.resolve(false),
      close: () => Promise.resolve(),
    },
    access: post.access,
    clock,
    report,
    mac: (text) => createHmac('sha256', 'a key of the test').update(text).digest('hex'),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  },
  report,
  { ...usualPace, leaseMs: post.leaseMs, idleMs: 300, sweepMs: 1000 },
);
const front = await startFront({
  mode: { kind: 'http', signingSecret: post.signingSecret, host: '127.0.0.1', port: 0 },
  token: post.token,
  apiUrl: post.apiUrl,
  office,
  report,
});
process.send?.({ url: front.url });
process.on('disconnect', () => process.exit(process.exitCode ?? 1));
await once(process, 'SIGTERM');
await front.stop();
await office.stop();
await store.close();
await warehouse.close();
process.exitCode = 0;
process.disconnect();
