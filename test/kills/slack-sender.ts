import { z } from 'zod';
import type { PostOutcome, Sender } from '#src/state/sender.ts';
import { postTimeoutMs } from './orders.ts';
import { courses } from './statements.ts';

const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('posted'), ts: z.string() }),
  z.object({ kind: z.literal('notPosted'), reason: z.string(), retryAfterMs: z.number() }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
]);
const sight = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), ts: z.string() }),
  z.object({ kind: z.literal('notFound') }),
]);

const stepAfter = {
  posted: 'confirm',
  notPosted: 'delay',
  refused: 'refuse',
  unknown: 'hand back',
} as const satisfies Record<PostOutcome['kind'], string>;

/** Posts to the fake Slack. Names the steps that follow, for the boundaries. */
export function makeSlackSender(url: string, reach: (boundary: string) => void): Sender {
  const call = async (path: string, key: string): Promise<unknown> => {
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      body: JSON.stringify({ key, pid: process.pid }),
      signal: AbortSignal.timeout(postTimeoutMs),
    });
    return response.json();
  };
  const goOn = (step: string) => {
    const course = courses.getStore();
    if (course !== undefined) course.next = step;
  };
  return {
    post: async ({ key }) => {
      reach('post, before');
      const outcome = await call('/post', key)
        .then((body): PostOutcome => answer.parse(body))
        .catch((): PostOutcome => ({ kind: 'unknown', reason: 'timeout' }));
      goOn(stepAfter[outcome.kind]);
      reach('post, after');
      return outcome;
    },
    find: async ({ key }) => {
      // Where nothing was begun in this turn, another worker's post is looked for.
      const isOwn = courses.getStore()?.step === 'begin';
      const whose = isOwn ? '' : 'taken over: ';
      reach(`${whose}find, before`);
      const found = sight.parse(await call('/find', key).catch(() => ({ kind: 'notFound' })));
      goOn(`${whose}${found.kind === 'found' ? 'confirm' : 'lose'}`);
      reach(`${whose}find, after`);
      return found;
    },
  };
}
