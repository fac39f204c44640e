import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Claim } from '#src/state/message.ts';
import type { KeepFile, PostOutcome, Prepared, Sender } from '#src/state/sender.ts';
import { postTimeoutMs } from './orders.ts';
import { courses } from './statements.ts';

const notPosted = z.object({
  kind: z.literal('notPosted'),
  reason: z.string(),
  retryAfterMs: z.number(),
});
const refused = z.object({ kind: z.literal('refused'), reason: z.string() });
const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('posted'), ts: z.string() }),
  notPosted,
  refused,
]);
const sight = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), ts: z.string() }),
  z.object({ kind: z.literal('notFound') }),
]);
const done = z.object({ kind: z.literal('done') });
const room = z.discriminatedUnion('kind', [z.object({ kind: z.literal('allowed') }), refused]);

const stepAfter = {
  posted: 'confirm',
  notPosted: 'delay',
  refused: 'refuse',
  unknown: 'hand back',
} as const satisfies Record<PostOutcome['kind'], string>;

/** `reach` is called at each boundary. `drop`: enters that the file of a message was deleted. */
type Parts = {
  readonly url: string;
  readonly reach: (boundary: string) => void;
  readonly drop: (key: string, file: string) => Promise<boolean>;
};

/** Posts answers to the fake Slack, each with a file, and notices without. Names the steps that follow, for the boundaries. */
export function makeSlackSender({ url, reach, drop }: Parts): Sender {
  const call = async (path: string, key: string, file?: string): Promise<unknown> => {
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      body: JSON.stringify({ key, file, pid: process.pid }),
      signal: AbortSignal.timeout(postTimeoutMs),
    });
    return response.json();
  };
  const goOn = (step: string) => {
    const course = courses.getStore();
    if (course !== undefined) course.next = step;
  };
  /** Whether it is known to be done. */
  const isDone = async (path: string, key: string, file: string): Promise<boolean> => {
    reach(`${path}, before`);
    const body = await call(path, key, file).catch(() => undefined);
    reach(`${path}, after`);
    return done.safeParse(body).success;
  };

  /** Deletes a file and enters that, under the name of a step; then goes on with the next. False: Slack would not. */
  const remove = async (key: string, file: string, step: string): Promise<boolean> => {
    const isGone = await isDone('delete', key, file);
    goOn(step);
    if (isGone) await drop(key, file);
    return isGone;
  };
  const leave = (outcome: Exclude<Prepared, { readonly kind: 'ready' }>): Prepared => {
    goOn(stepAfter[outcome.kind]);
    return outcome;
  };
  const again = (reason: string) => leave({ kind: 'notPosted', reason, retryAfterMs: 30 });

  const post = async (key: string, file: string | undefined): Promise<PostOutcome> => {
    reach('post, before');
    const outcome = await call('post', key, file)
      .then((body): PostOutcome => answer.parse(body))
      .catch((): PostOutcome => ({ kind: 'unknown', reason: 'timeout' }));
    reach('post, after');
    const isUnshown = outcome.kind === 'refused' || outcome.kind === 'notPosted';
    if (isUnshown && file !== undefined) await remove(key, file, 'drop after post');
    goOn(stepAfter[outcome.kind]);
    return outcome;
  };
  const makeReady = (key: string, file: string | undefined): Prepared => {
    goOn('begin');
    return {
      kind: 'ready',
      content: { file },
      record: () => Promise.resolve(),
      post: () => post(key, file),
    };
  };

  const upload = async ({ key }: Claim, keep: KeepFile): Promise<Prepared> => {
    const file = `F${randomUUID()}`;
    goOn('keep');
    if (!(await keep(file))) return again('taken_over');
    if (!(await isDone('upload', key, file))) {
      await remove(key, file, 'drop unsent');
      return again('file_not_sent');
    }
    goOn('keep again');
    if (!(await keep(file))) {
      // Nobody is struck here: who sends a file after the lease, which another one has looked for in vain, and then dies, leaves it where nobody knows of it.
      const clear = () => call('delete', key, file);
      await clear().catch(clear).catch(clear);
      return again('taken_over');
    }
    reach('judge, before');
    const judged = await call('judge', key).then(
      (body) => room.parse(body),
      () => undefined,
    );
    reach('judge, after');
    if (judged?.kind === 'allowed') return makeReady(key, file);
    await remove(key, file, 'drop after judge');
    return judged === undefined ? again('room_not_read') : leave(judged);
  };

  return {
    prepare: async (claim, keep) => {
      const { key, file, kind } = claim;
      if (file !== undefined && !(await remove(key, file, 'drop left'))) return again('file_left');
      return kind === 'notice' ? makeReady(key, undefined) : upload(claim, keep);
    },
    find: async ({ key, file }) => {
      // Where nothing was begun in this turn, another worker's post is looked for.
      const isOwn = courses.getStore()?.step === 'begin';
      const whose = isOwn ? '' : 'taken over: ';
      reach(`${whose}find, before`);
      const found = sight.parse(await call('find', key, file).catch(() => ({ kind: 'notFound' })));
      goOn(`${whose}${found.kind === 'found' ? 'confirm' : 'lose'}`);
      reach(`${whose}find, after`);
      return found;
    },
  };
}
