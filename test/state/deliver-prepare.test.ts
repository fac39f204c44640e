import { describe, expect, test } from 'vitest';
import { Fault } from '#src/fault.ts';
import { deliverAll } from '#src/state/deliver-all.ts';
import { deliverNext } from '#src/state/deliver.ts';
import { usualPatience } from '#src/state/delivery-patience.ts';
import type { Claim } from '#src/state/message.ts';
import { notice } from '#src/state/notice.ts';
import type { KeepFile, PostOutcome, Prepared, Ready, Sender } from '#src/state/sender.ts';
import type { Store } from '#src/state/store.ts';
import { readyToPost } from '#test/support/fake-sender.ts';
import {
  audit,
  claim,
  desk,
  drain,
  eventsBefore,
  key,
  leaseMs,
  newEvents,
  notices,
  opened,
  put,
  running,
  stateOf,
  useDeliveryStore,
  wait,
} from './deliver-scene.ts';

useDeliveryStore();

const posted: PostOutcome = { kind: 'posted', ts: '1.1' };
const messageOf = () => opened.store.messages.find(key);

/** A sender that prepares as it is told, and knows what was posted and what was looked for. */
function preparing(
  prepare: (claim: Claim, keep: KeepFile, ready: Ready) => Promise<Prepared>,
  outcome: PostOutcome = posted,
) {
  const posts: string[] = [];
  const sought: (string | undefined)[] = [];
  const sender: Sender = {
    prepare: (held, keep) =>
      prepare(
        held,
        keep,
        readyToPost(async () => {
          posts.push(held.key);
          return outcome;
        }),
      ),
    find: async ({ file }) => {
      sought.push(file);
      return { kind: 'notFound' };
    },
  };
  return { sender, posts, sought };
}

/** Another worker takes the message over, whose clock is ahead by the lease. */
async function takeOver(): Promise<Claim> {
  wait(leaseMs + 1);
  const held = await claim();
  wait(-leaseMs - 1);
  return held;
}

describe('what is prepared', () => {
  test('is in this worker’s hands and not begun, until it is ready', async () => {
    await put();
    const states: (string | undefined)[] = [];
    const { sender, posts } = preparing(async (held, _, ready) => {
      expect(held).toMatchObject({ key, state: 'claimed', body: { text: 'x' } });
      states.push(await stateOf());
      return {
        ...ready,
        post: async () => {
          states.push(await stateOf());
          return ready.post();
        },
      };
    });
    expect(await deliverNext(desk(sender), running)).toEqual({ kind: 'posted', key, ts: '1.1' });
    expect(states).toEqual(['claimed', 'posting']);
    expect(posts).toEqual([key]);
  });

  test('and refused is never begun; its owner is told in the words of the refusal, and no others', async () => {
    await put();
    const words = { message: 'This channel is shared.', next: 'Ask in another one.' };
    // As a refusal comes that knows more than its words.
    const refusal = { ...words, kind: 'notPermitted' };
    const { sender, posts } = preparing(async () => ({
      kind: 'refused',
      reason: 'not_permitted',
      refusal,
    }));
    expect(await deliverNext(desk(sender), running)).toMatchObject({
      kind: 'refused',
      key,
      reason: 'not_permitted',
    });
    expect(posts).toEqual([]);
    expect(await newEvents()).toEqual([
      'message.queued',
      'message.claimed',
      'message.refused not_permitted',
    ]);
    const [told] = await notices();
    const message = await opened.store.messages.find(String(told?.['key']));
    expect(notice.parse(message?.body)).toEqual({
      kind: 'refused',
      message: { key, kind: 'answer', channel: 'C1' },
      reason: 'not_permitted',
      refusal: words,
    });
    await drain();
  });

  test('and refused as it is posted, too, is told in the words of the refusal', async () => {
    await put();
    const refusal = { message: 'The channel is archived.', next: 'Ask in another one.' };
    const { sender } = preparing(async (_, __, ready) => ready, {
      kind: 'refused',
      reason: 'is_archived',
      refusal,
    });
    await deliverNext(desk(sender), running);
    const [told] = await notices();
    expect(notice.parse(JSON.parse(String(told?.['body'])))).toMatchObject({ refusal });
    await drain();
  });

  test.each([
    ['in the usual time', undefined, 1000],
    ['when Slack says', 7000, 7000],
  ])(
    'and cannot be yet waits, not begun, and is prepared again %s',
    async (_, retryAfterMs, delay) => {
      await put();
      const { sender, posts } = preparing(async () => ({
        kind: 'notPosted',
        reason: 'file_not_ready',
        retryAfterMs,
      }));
      expect(await deliverNext(desk(sender), running)).toMatchObject({
        kind: 'delayed',
        reason: 'file_not_ready',
        due: new Date(opened.clock.now.getTime() + delay),
      });
      expect(posts).toEqual([]);
      expect(await newEvents()).toEqual([
        'message.queued',
        'message.claimed',
        'message.delayed file_not_ready',
      ]);
      expect(await notices()).toEqual([]);
      await drain();
    },
  );

  test('in vain is tried only so often, and then refused', async () => {
    await put();
    const patience = { ...usualPatience, answer: { firstMs: 1, mostMs: 1, mostAttempts: 3 } };
    const { sender } = preparing(async () => ({
      kind: 'notPosted',
      reason: 'timeout',
      retryAfterMs: undefined,
    }));
    const kinds: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      kinds.push((await deliverNext(desk(sender, { patience }), running)).kind);
      wait(1);
    }
    expect(kinds).toEqual(['delayed', 'delayed', 'refused']);
    expect(await notices()).toHaveLength(1);
    await drain();
  });

  test('by a worker that breaks is left in its hands, not begun, and another one posts it', async () => {
    await put();
    const broken = preparing(() => Promise.reject(new Error('broken')));
    await expect(deliverNext(desk(broken.sender), running)).rejects.toThrow('broken');
    expect(await stateOf()).toBe('claimed');
    expect(await newEvents()).toEqual(['message.queued', 'message.claimed']);
    wait(leaseMs + 1);
    const { sender } = preparing(async (_, __, ready) => ready);
    expect(await deliverNext(desk(sender), running)).toMatchObject({ kind: 'posted', key });
  });

  test('while the state is out of reach is left, and the loop goes on', async () => {
    await put();
    const stop = new AbortController();
    const fault = new Fault('StoreFault', 'unreachable', 'no', { retryable: true });
    const { sender } = preparing(() => Promise.reject(fault));
    const seen: string[] = [];
    await deliverAll(desk(sender), {
      signal: stop.signal,
      idleMs: 1,
      report: ({ kind }) => {
        seen.push(kind);
        if (kind === 'idle') stop.abort();
      },
    });
    expect(seen).toEqual(['fault', 'idle']);
    expect(await stateOf()).toBe('claimed');
    wait(leaseMs + 1);
    await drain();
  });

  test('for longer than the lease is neither begun nor posted, and handed back', async () => {
    await put();
    const { sender, posts } = preparing(async (_, __, ready) => {
      wait(leaseMs);
      return ready;
    });
    expect(await deliverNext(desk(sender), running)).toMatchObject({
      kind: 'delayed',
      reason: 'too_slow',
    });
    expect(posts).toEqual([]);
    expect(await newEvents()).toEqual([
      'message.queued',
      'message.claimed',
      'message.delayed too_slow',
    ]);
    await drain();
  });

  test.each<[string, Prepared['kind']]>([
    ['ready', 'ready'],
    ['refused', 'refused'],
    ['not to be posted yet', 'notPosted'],
  ])('and %s is left alone where it passed to another worker meanwhile', async (_, kind) => {
    await put();
    const refusals = {
      refused: { kind: 'refused', reason: 'not_permitted' },
      notPosted: { kind: 'notPosted', reason: 'taken_over', retryAfterMs: undefined },
    } as const;
    let recorded = 0;
    const { sender, posts } = preparing(async (__, ___, ready) => {
      await takeOver();
      const record = async () => void (recorded += 1);
      return kind === 'ready' ? { ...ready, record, content: { a: 1 } } : refusals[kind];
    });
    expect(await deliverNext(desk(sender), running)).toEqual({ kind: 'passed', key });
    expect([posts, recorded]).toEqual([[], 0]);
    expect(await messageOf()).toMatchObject({ state: 'claimed', content: undefined, attempts: 2 });
    expect(await notices()).toEqual([]);
    wait(2 * leaseMs);
    await drain();
  });
});

describe('the begin of what is prepared', () => {
  const recording = (record: Ready['record'], content: unknown = { text: 'x' }) =>
    preparing(async (_, __, ready) => ({ ...ready, content, record }));

  test('keeps its content, and with it what else is to be recorded', async () => {
    await put();
    const { sender } = recording(({ answers }) => answers.record('answer.given', key, audit), {
      text: 'Trips rose.',
    });
    await deliverNext(desk(sender), running);
    expect(await newEvents()).toEqual([
      'message.queued',
      'message.claimed',
      'message.posting',
      'answer.given',
      'message.posted',
    ]);
    expect((await messageOf())?.content).toEqual({ text: 'Trips rose.' });
  });

  test('is kept together with what else is recorded, or neither is, and then nothing is posted', async () => {
    await put();
    const { sender, posts } = recording(async ({ answers }) => {
      await answers.record('answer.given', key, audit);
      throw new Error('cannot be recorded');
    });
    await expect(deliverNext(desk(sender), running)).rejects.toThrow('cannot be recorded');
    expect(posts).toEqual([]);
    expect(await messageOf()).toMatchObject({ state: 'queued', content: undefined });
    expect(await newEvents()).toEqual([
      'message.queued',
      'message.claimed',
      'message.delayed not_begun',
    ]);
    await drain();
  });

  test('records nothing where the state could not keep it', async () => {
    await put();
    const { sender, posts } = recording(({ answers }) =>
      answers.record('answer.given', key, { ...audit, latencyMs: -1 }),
    );
    await expect(deliverNext(desk(sender), running)).rejects.toThrow('latencyMs');
    expect(posts).toEqual([]);
    expect(await stateOf()).toBe('queued');
    await drain();
  });
});

describe('the file of what is prepared', () => {
  const upload = (file: string, answers: boolean[] = []) =>
    preparing(async (_, keep, ready) => {
      answers.push(await keep(file));
      return ready;
    });

  test('is named by its message before its bytes go, and recorded', async () => {
    await put();
    const { sender } = preparing(async (_, keep, ready) => {
      expect(await keep('F1')).toBe(true);
      expect(await messageOf()).toMatchObject({ state: 'claimed', file: 'F1' });
      return ready;
    });
    await deliverNext(desk(sender), running);
    expect(await newEvents()).toEqual([
      'message.queued',
      'message.claimed',
      'message.uploading',
      'message.posting',
      'message.posted',
    ]);
    const uploading = (await opened.events(eventsBefore)).find(
      ({ action }) => action === 'message.uploading',
    );
    expect(uploading?.actor).toEqual({ kind: 'program', name: 'outbox' });
    expect((await messageOf())?.file).toBe('F1');
  });

  test('is what a post is looked for by whose answer is lost', async () => {
    await put();
    const { sender, sought } = preparing(
      async (_, keep, ready) => {
        await keep('F1');
        return ready;
      },
      { kind: 'unknown', reason: 'timeout' },
    );
    await deliverNext(desk(sender), running);
    expect(sought).toEqual(['F1']);
    await drain();
  });

  test('that was not entered is not looked for, but the one before it, which is still named', async () => {
    await put();
    const { sender, sought } = preparing(
      async (_, keep, ready) => {
        expect([await keep('F1'), await keep('F2')]).toEqual([true, false]);
        return ready;
      },
      { kind: 'unknown', reason: 'timeout' },
    );
    await deliverNext(desk(sender), running);
    expect(sought).toEqual(['F1']);
    expect((await messageOf())?.file).toBe('F1');
    await drain();
  });

  test('is what a post is looked for by that was taken over', async () => {
    await put();
    const first = upload('F1');
    const dying = desk({
      ...first.sender,
      prepare: async (held, keep) => {
        const ready = await first.sender.prepare(held, keep);
        return ready.kind === 'ready'
          ? { ...ready, post: () => Promise.reject(new Error('dead')) }
          : ready;
      },
    });
    await expect(deliverNext(dying, running)).rejects.toThrow('dead');
    wait(leaseMs + 1);
    const { sender, sought } = upload('F2');
    expect(await deliverNext(desk(sender), running)).toMatchObject({ kind: 'unknown' });
    expect(sought).toEqual(['F1']);
    expect((await messageOf())?.file).toBe('F1');
    await drain();
  });

  test.each<[string, (ready: Ready) => Prepared | Promise<never>, number]>([
    ['waits', () => ({ kind: 'notPosted', reason: 'busy', retryAfterMs: 1 }), 1],
    ['was slow', (ready) => (wait(leaseMs), ready), 1],
    ['broke down', () => Promise.reject(new Error('dead')), leaseMs + 1],
  ])('is known to whoever prepares a message again that %s', async (_, end, waitMs) => {
    await put();
    const first = preparing(async (__, keep, ready) => {
      await keep('F1');
      return end(ready);
    });
    await deliverNext(desk(first.sender), running).catch(() => undefined);
    wait(waitMs);
    const known: (string | undefined)[] = [];
    const { sender } = preparing(async ({ file }, __, ready) => {
      known.push(file);
      return ready;
    });
    expect(await deliverNext(desk(sender), running)).toMatchObject({ kind: 'posted', key });
    expect(known).toEqual(['F1']);
  });

  test('is not entered where the message passed to another worker: it is told so', async () => {
    await put();
    const { sender, posts } = preparing(async (_, keep) => {
      const next = await takeOver();
      expect(await keep('F1')).toBe(false);
      expect(await opened.store.change(({ outbox }) => outbox.keepFile(next, 'F2', audit))).toBe(
        true,
      );
      expect([await keep('F1'), await keep('F2')]).toEqual([false, false]);
      return { kind: 'notPosted', reason: 'taken_over', retryAfterMs: undefined };
    });
    expect(await deliverNext(desk(sender), running)).toEqual({ kind: 'passed', key });
    expect(posts).toEqual([]);
    expect(await messageOf()).toMatchObject({ state: 'claimed', file: 'F2' });
    wait(2 * leaseMs);
    await drain();
  });

  test('of a message that is refused in the end stays named, and is found by the sweep', async () => {
    await put();
    const { sender } = preparing(async (_, keep) => {
      await keep('F1');
      return { kind: 'refused', reason: 'not_permitted' };
    });
    await deliverNext(desk(sender), running);
    const left = await opened.store.messages.leftFiles(new Date(0), 1000);
    expect(left.filter((each) => each.key === key).map(({ file }) => file)).toEqual(['F1']);
    await drain();
  });

  test('cannot be entered while the state is out of reach: the sender hears the fault', async () => {
    await put();
    const fault = new Fault('StoreFault', 'unreachable', 'no', { retryable: true });
    let changes = 0;
    const store: Store = {
      ...opened.store,
      change: (work) => {
        changes += 1;
        return changes === 2 ? Promise.reject(fault) : opened.store.change(work);
      },
    };
    await expect(deliverNext(desk(upload('F1').sender, { store }), running)).rejects.toBe(fault);
    expect(await messageOf()).toMatchObject({ state: 'claimed', file: undefined });
    wait(leaseMs + 1);
    await drain();
  });
});

describe('a worker that is to stop', () => {
  const round = (signal: AbortSignal) => ({ signal, idleMs: 1, report: () => undefined });

  test('finishes the message that it prepares', async () => {
    await put();
    const stop = new AbortController();
    const { sender, posts } = preparing(async (_, __, ready) => {
      stop.abort();
      return ready;
    });
    await deliverAll(desk(sender), round(stop.signal));
    expect(posts).toEqual([key]);
    expect(await stateOf()).toBe('posted');
  });

  test('prepares nothing more', async () => {
    await put();
    const stop = new AbortController();
    const store: Store = {
      ...opened.store,
      change: async (work) => {
        const result = await opened.store.change(work);
        stop.abort();
        return result;
      },
    };
    let prepared = 0;
    const { sender } = preparing(async (_, __, ready) => {
      prepared += 1;
      return ready;
    });
    expect(await deliverNext(desk(sender, { store }), stop.signal)).toMatchObject({
      kind: 'delayed',
      reason: 'stopping',
    });
    expect(prepared).toBe(0);
    await drain();
  });
});

test('what is taken over as begun is not prepared again', async () => {
  await put();
  const held = await claim();
  await opened.store.change(({ outbox }) => outbox.begin(held, undefined, audit));
  wait(leaseMs + 1);
  const { sender } = preparing(() => Promise.reject(new Error('prepared again')));
  expect(await deliverNext(desk(sender), running)).toMatchObject({ kind: 'unknown', key });
  await drain();
});
