import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { postTimeoutMs } from './orders.ts';

/**
 * What becomes of a post. `busy`: not taken the first time. `late`: taken, but answered too late. `lost`: not taken, and not answered. `notPermitted`: the room is not
 * one to post in. `lateFile`: its first file is taken, but answered too late. `stuckFile`: so too, and it is not deleted the first time.
 */
export type Fate =
  | 'posted'
  | 'busy'
  | 'refused'
  | 'late'
  | 'lost'
  | 'notPermitted'
  | 'lateFile'
  | 'stuckFile';

/** A Slack that counts. A post with a file is found by its file, as in Slack. */
export type FakeSlack = {
  readonly url: string;
  /** Posts by the keys of their messages; each ought to have one. */
  readonly posts: ReadonlyMap<string, readonly string[]>;
  /** The files that are there, and the keys of their messages. To delete one that is not there does nothing, and it may come later. */
  readonly files: ReadonlyMap<string, string>;
  /** What becomes of a message's posts; anything else is posted. */
  readonly setFate: (key: string, fate: Fate) => void;
  /** Asked when a post has arrived, before it is answered: whether to kill who sent it. */
  readonly onArrival: { ask: (key: string, pid: number) => boolean };
  readonly close: () => Promise<void>;
};

const sent = z.object({ key: z.string(), pid: z.number(), file: z.string().default('') });
type Rest = Omit<z.output<typeof sent>, 'key'>;

export async function startFakeSlack(): Promise<FakeSlack> {
  const posts = new Map<string, readonly string[]>();
  const files = new Map<string, string>();
  const shownIn = new Map<string, string>();
  const fates = new Map<string, Fate>();
  const stuck = new Set<string>();
  const onArrival: FakeSlack['onArrival'] = { ask: () => false };
  let count = 0;

  const record = (key: string): string => {
    count += 1;
    const ts = `1700000000.${String(count).padStart(6, '0')}`;
    posts.set(key, [...(posts.get(key) ?? []), ts]);
    return ts;
  };

  const post = async (key: string, { pid, file }: Rest): Promise<unknown> => {
    const fate = fates.get(key) ?? 'posted';
    if (fate === 'refused') return { kind: 'refused', reason: 'is_archived' };
    if (fate === 'busy') {
      fates.delete(key);
      return { kind: 'notPosted', reason: 'ratelimited', retryAfterMs: 30 };
    }
    const ts = fate === 'lost' ? '' : record(key);
    if (fate !== 'lost') shownIn.set(file, ts);
    if (onArrival.ask(key, pid)) process.kill(pid, 'SIGKILL');
    if (fate === 'late' || fate === 'lost') await sleep(2 * postTimeoutMs);
    return { kind: 'posted', ts };
  };

  const upload = async (key: string, file: string): Promise<unknown> => {
    const fate = fates.get(key);
    files.set(file, key);
    if (fate === 'lateFile' || fate === 'stuckFile') {
      fates.delete(key);
      if (fate === 'stuckFile') stuck.add(key);
      await sleep(2 * postTimeoutMs);
    }
    return { kind: 'done' };
  };

  const remove = (key: string, file: string): unknown => {
    if (stuck.delete(key)) return { kind: 'notDone' };
    files.delete(file);
    return { kind: 'done' };
  };

  const judge = (key: string): unknown =>
    fates.get(key) === 'notPermitted'
      ? { kind: 'refused', reason: 'not_permitted' }
      : { kind: 'allowed' };

  const find = (key: string, file: string): unknown => {
    const ts = file === '' ? posts.get(key)?.at(-1) : shownIn.get(file);
    return ts === undefined ? { kind: 'notFound' } : { kind: 'found', ts };
  };

  const answers: Readonly<Record<string, (key: string, rest: Rest) => unknown>> = {
    '/post': post,
    '/find': (key, { file }) => find(key, file),
    '/upload': (key, { file }) => upload(key, file),
    '/delete': (key, { file }) => remove(key, file),
    '/judge': judge,
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { key, ...rest } = sent.parse(JSON.parse(await text(request)));
    response.end(JSON.stringify(await answers[request.url ?? '']?.(key, rest)));
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
    files,
    setFate: (key, fate) => void fates.set(key, fate),
    onArrival,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
