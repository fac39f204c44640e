import { z } from 'zod';
import { Fault } from '#src/fault.ts';
import { deliverAll } from '#src/state/deliver-all.ts';
import type { Delivery } from '#src/state/deliver-settle.ts';
import { usualPatience } from '#src/state/delivery-patience.ts';
import type { Store } from '#src/state/store.ts';
import { makeFakeSender, type Fate, type FakeSender } from '#test/support/fake-sender.ts';
import { makeFakeFiles, makeFilingSender, type FakeFiles } from './deliver-files.ts';
import { makeJudge } from './deliver-judge.ts';
import type { DeliveryStore } from './deliver-store.ts';
import { makeRng, makeTurns } from './deliver-turns.ts';

/** What one simulation left. `wrong`: what must never be; `seen`: how often each thing came up. */
export type Simulated = {
  readonly wrong: readonly string[];
  readonly seen: ReadonlyMap<string, number>;
};

const leaseMs = 1000;
const workersAtStart = 3;
const mostDeaths = 5;
const mostResends = 2;
const audit = { actor: { kind: 'program', name: 'test' } } as const;
const unreachable = new Fault('StoreFault', 'unreachable', 'no', { retryable: true });

const fates: readonly { readonly upTo: number; readonly fate: Fate }[] = [
  { upTo: 0.4, fate: { kind: 'posted' } },
  { upTo: 0.55, fate: { kind: 'unheard' } },
  { upTo: 0.65, fate: { kind: 'lost' } },
  { upTo: 0.75, fate: { kind: 'late' } },
  { upTo: 0.85, fate: { kind: 'notPosted', reason: 'ratelimited', retryAfterMs: 300 } },
  { upTo: 0.92, fate: { kind: 'notPosted', reason: 'ECONNREFUSED', retryAfterMs: undefined } },
  { upTo: 1, fate: { kind: 'refused', reason: 'is_archived' } },
];

/**
 * Runs three workers over a few messages until nothing is open, and judges what is left. Workers die and are replaced, are slow by more than their lease, and lose
 * the state before and after a change is written; Slack fails in every way; a person has messages sent again.
 */
export async function simulate(seed: number, opened: DeliveryStore): Promise<Simulated> {
  const { store, clock } = opened;
  const rng = makeRng(seed);
  const seen = new Map<string, number>();
  const note = (what: string) => void seen.set(what, (seen.get(what) ?? 0) + 1);
  const eventsBefore = (await store.audit.head()).seq;
  const keys = [0, 1, 2, 3].map((index) => `s${seed}-${index}`);
  const judge = makeJudge();
  const failures: string[] = [];
  const resends = new Map<string, number>();
  const stop = new AbortController();
  const turns = makeTurns(rng, () => {
    const isLeap = rng() < 0.1;
    if (isLeap) note('slow');
    clock.now = new Date(clock.now.getTime() + (isLeap ? 1.3 * leaseMs : rng() * 60));
  });
  const slack = makeFakeSender(
    () => {
      const at = rng();
      const { fate } = fates.find(({ upTo }) => at < upTo) ?? { fate: { kind: 'posted' } as const };
      note(fate.kind);
      return fate;
    },
    { isFindable: () => rng() < 0.8 },
  );
  const files = makeFakeFiles(`s${seed}`, () => {
    const at = rng();
    const fate = at < 0.9 ? 'done' : at < 0.95 ? 'unheard' : 'lost';
    if (fate !== 'done') note(`file ${fate}`);
    return fate;
  });
  const onTheWay = new Set<string>();

  let deaths = 0;
  const start = () => {
    /** Waits for this worker's turn, which may be its last. */
    const turn = async () => {
      await turns.turn();
      if (deaths === mostDeaths || rng() > 0.03) return;
      deaths += 1;
      note('death');
      start();
      turns.leave();
      await new Promise<never>(() => undefined);
    };
    turns.enter();
    deliverAll(desk(turn), {
      signal: stop.signal,
      idleMs: 1,
      report: ({ kind }) => note(`outcome ${kind}`),
    })
      .catch((error: unknown) => failures.push(String(error)))
      .finally(turns.leave);
  };

  const watched = judge.watch(store);
  const desk = (turn: () => Promise<void>): Delivery => ({
    store: flaky(watched, turn, rng),
    sender: makeFilingSender({
      files,
      post: paced(turn, slack.post),
      find: paced(turn, (message) => slack.find(message)),
      store: flaky(watched, turn, rng),
      rng,
      turn,
      onTheWay,
      note,
    }),
    clock: () => clock.now,
    leaseMs,
    patience: {
      ...usualPatience,
      answer: { firstMs: 100, mostMs: 800, mostAttempts: 12 },
      notice: { firstMs: 100, mostMs: 800, mostAttempts: 40 },
    },
    pause: async () => {
      await turn();
      await settleOrStop();
    },
  });

  /** Where nothing is open, a person has a message sent again, or all is over. */
  const settleOrStop = async () => {
    if (stop.signal.aborted) return;
    const { queued, claimed, posting } = await store.messages.count();
    if (queued + claimed + posting > 0) return;
    const key = keys[Math.floor(rng() * keys.length)];
    const isMore = resends.size < mostResends && key !== undefined && rng() < 0.5;
    const isResent = isMore && (await watched.change(({ outbox }) => outbox.resend(key, audit)));
    if (!isResent) return stop.abort();
    note('resent');
    resends.set(key, (resends.get(key) ?? 0) + 1);
  };

  await store.change(async ({ outbox }) => {
    const message = {
      kind: 'answer',
      channel: 'C1',
      owner: 'U1',
      body: {},
      due: clock.now,
    } as const;
    for (const key of keys) await outbox.put({ ...message, key }, audit);
  });
  for (let worker = 0; worker < workersAtStart; worker += 1) start();
  await turns.over;
  for (const [step, times] of judge.steps) seen.set(step, times);
  return {
    seen,
    wrong: [
      ...failures,
      ...judge.wrong,
      ...(await findWrongs({ opened, seed, slack, resends, eventsBefore })),
      ...(await findStrays({ opened, seed, files, onTheWay, note })),
    ],
  };
}

/** A store out of reach at times, before or after a change is written. */
const flaky = (store: Store, turn: () => Promise<void>, rng: () => number): Store => ({
  ...store,
  change: async (work) => {
    await turn();
    const at = rng();
    if (at < 0.03) throw unreachable;
    const result = await store.change(work);
    if (at > 0.97) throw unreachable;
    return result;
  },
});

/** A call during which others have their turns: between the begin and the post, and between the post and its answer. */
const paced =
  <Given, Got>(turn: () => Promise<void>, call: (given: Given) => Promise<Got>) =>
  async (given: Given): Promise<Got> => {
    await turn();
    const result = await call(given);
    await turn();
    return result;
  };

type Files = {
  readonly opened: DeliveryStore;
  readonly seed: number;
  readonly files: FakeFiles;
  readonly onTheWay: ReadonlySet<string>;
  readonly note: (what: string) => void;
};

/** What must never be, by the files in Slack: one that no row names, a post without its picture, and one that the sweep does not find. */
async function findStrays({
  opened: { store, outbox },
  seed,
  files,
  onTheWay,
  note,
}: Files): Promise<readonly string[]> {
  const rows = await outbox(`s${seed}-`);
  const named = new Set(rows.map((row) => row['file']));
  // A worker that comes back after its lease may send a file which another one has looked for in vain, and die, or lose Slack, before it can delete it. Slack has
  // no way to close that gap: nothing else may fall into it.
  const excused = (file: string) => files.missed.has(file) && onTheWay.has(file);
  const strays = [...files.there].filter((file) => !named.has(file));
  for (const file of strays) if (excused(file)) note('file of a late worker left');
  const bare = rows.flatMap((row) => {
    const shown = shownIn(row['content']);
    const isShown = shown === undefined || (files.there.has(shown) && row['file'] === shown);
    return row['state'] === 'posted' && !isShown
      ? [`${String(row['key'])}: its picture is gone`]
      : [];
  });
  await sweep(store, files);
  const left = rows.filter(
    ({ state, file }) => state === 'refused' && files.there.has(String(file)),
  );
  return [
    ...strays.filter((file) => !excused(file)).map((file) => `${file}: no row names it`),
    ...bare,
    ...left.map(({ key }) => `${String(key)}: its picture is left`),
  ];
}

/** The file in a content as it is kept. */
const shownIn = (content: unknown): string | undefined =>
  content === null ? undefined : keptContent.parse(JSON.parse(z.string().parse(content))).file;

const keptContent = z.object({ file: z.string().optional() });

/** Deletes what messages left that will never be posted; where Slack does not answer, again. */
async function sweep(store: Store, files: FakeFiles): Promise<void> {
  for (const { key, file } of await store.messages.leftFiles(new Date(0), 1000)) {
    if (file === undefined || !(await files.remove(file))) return sweep(store, files);
    await store.change(({ outbox }) => outbox.dropFile(key, file, audit));
  }
}

type Left = {
  readonly opened: DeliveryStore;
  readonly seed: number;
  readonly slack: FakeSender;
  readonly resends: ReadonlyMap<string, number>;
  readonly eventsBefore: number;
};

/** What must never be, by what is in the store, in Slack and in the audit. */
async function findWrongs({
  opened,
  seed,
  slack,
  resends,
  eventsBefore,
}: Left): Promise<readonly string[]> {
  const isOwn = (key: string) => new RegExp(`(^|:)s${seed}-`, 'u').test(key);
  const rows = (await opened.outbox(`s${seed}-`)).filter((row) => isOwn(String(row['key'])));
  const events = await opened.events(eventsBefore);
  return rows.flatMap((row) => {
    const key = String(row['key']);
    const state = String(row['state']);
    const arrived = slack.arrived.get(key) ?? [];
    const ends = events.filter(
      ({ action, subject }) =>
        subject === key && ['message.unknown', 'message.refused'].includes(action),
    );
    const notices = rows.filter((each) =>
      ['unknown', 'refused'].some((kind) =>
        String(each['key']).startsWith(`notice:${kind}:${key}:`),
      ),
    );
    const sendings = 1 + (resends.get(key) ?? 0);
    const tries = slack.tries.filter((each) => each === key).length;
    const begun = events.filter(
      ({ action, subject }) => subject === key && action === 'message.posting',
    ).length;
    // A notice is told twice rather than never.
    const isOnce = row['kind'] !== 'notice';
    return [
      isOnce && arrived.length > sendings && 'posted twice',
      !['posted', 'unknown', 'refused'].includes(state) && `left ${state}`,
      state === 'posted' && !arrived.includes(String(row['ts'])) && 'posted under a false name',
      isOnce &&
        state === 'refused' &&
        sendings === 1 &&
        arrived.length > 0 &&
        'refused and yet posted',
      isOnce && notices.length !== ends.length && 'its owner told too often or not',
      !isOnce && notices.length > 0 && 'a notice of a notice',
      !isOnce && state === 'unknown' && 'a notice that nobody knows to be told',
      tries > begun && 'posted without a begin',
    ].flatMap((wrong) => (wrong === false ? [] : [`${key}: ${wrong}`]));
  });
}
