import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { postTimeoutMs } from './orders.ts';

/** What becomes of a post. `busy`: not taken the first time. `late`: taken, but answered too late. `lost`: not taken, and not answered. */
export type Fate = 'posted' | 'busy' | 'refused' | 'late' | 'lost';

/** A Slack that counts. */
export type FakeSlack = {
  readonly url: string;
  /** Posts by the keys of their messages; each ought to have one. */
  readonly posts: ReadonlyMap<string, readonly string[]>;
  /** What becomes of a message's posts; anything else is posted. */
  readonly setFate: (key: string, fate: Fate) => void;
  /** Asked when a post has arrived, before it is answered: whether to kill who sent it. */
  readonly onArrival: { ask: (key: string, pid: number) => boolean };
  readonly close: () => Promise<void>;
};

export async function startFakeSlack(): Promise<FakeSlack> {
  const posts = new Map<string, readonly string[]>();
  const fates = new Map<string, Fate>();
  const onArrival: FakeSlack['onArrival'] = { ask: () => false };
  let count = 0;

  const record = (key: string): string => {
    count += 1;
    const ts = `1700000000.${String(count).padStart(6, '0')}`;
    posts.set(key, [...(posts.get(key) ?? []), ts]);
    return ts;
  };

  const post = async (key: string, pid: number): Promise<unknown> => {
    const fate = fates.get(key) ?? 'posted';
    if (fate === 'refused') return { kind: 'refused', reason: 'is_archived' };
    if (fate === 'busy') {
      fates.delete(key);
      return { kind: 'notPosted', reason: 'ratelimited', retryAfterMs: 30 };
    }
    const ts = fate === 'lost' ? '' : record(key);
    if (onArrival.ask(key, pid)) process.kill(pid, 'SIGKILL');
    if (fate !== 'posted') await sleep(2 * postTimeoutMs);
    return { kind: 'posted', ts };
  };

  const find = (key: string): unknown => {
    const ts = posts.get(key)?.at(-1);
    return ts === undefined ? { kind: 'notFound' } : { kind: 'found', ts };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { key, pid } = JSON.parse(await text(request)) as { key: string; pid: number };
    const answer = request.url === '/post' ? await post(key, pid) : find(key);
    response.end(JSON.stringify(answer));
  };

  const server = createServer((request, response) => {
    // Whoever sent it may be dead.
    serve(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    posts,
    setFate: (key, fate) => void fates.set(key, fate),
    onArrival,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
