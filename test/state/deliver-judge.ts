import type { Claim } from '#src/state/message.ts';
import type { OutboxChange, Store } from '#src/state/store.ts';

/** Watches who moves a message: only its holder may, but for the truth of one's own post. */
export type Judge = {
  /** `store`, with each step judged once it is kept. */
  readonly watch: (store: Store) => Store;
  readonly wrong: readonly string[];
  /** How often each step was taken. */
  readonly steps: ReadonlyMap<string, number>;
};

export function makeJudge(): Judge {
  const wrong: string[] = [];
  const steps = new Map<string, number>();
  const holder = new Map<string, string>();
  /** The leases under which the post now begun has been held. */
  const post = new Map<string, readonly string[]>();

  const judge = (step: string, { key, lease }: Claim): void => {
    steps.set(step, (steps.get(step) ?? 0) + 1);
    const isAllowed =
      step === 'confirm' ? post.get(key)?.includes(lease) : holder.get(key) === lease;
    if (isAllowed !== true) wrong.push(`${step} of ${key} by a worker that does not hold it`);
    if (step === 'begin') post.set(key, [lease]);
  };
  const claimed = ({ key, lease, found }: Claim): void => {
    steps.set(`claim ${found}`, (steps.get(`claim ${found}`) ?? 0) + 1);
    holder.set(key, lease);
    if (found === 'posting') post.set(key, [...(post.get(key) ?? []), lease]);
    else post.delete(key);
  };

  /** `kept` gets what is to be judged if the transaction is kept. */
  const watchOutbox = (outbox: OutboxChange, kept: (() => void)[]): OutboxChange => {
    const after = async (step: string, claim: Claim, done: Promise<boolean>) => {
      const isDone = await done;
      if (isDone) kept.push(() => judge(step, claim));
      return isDone;
    };
    return {
      put: (message, audit) => outbox.put(message, audit),
      find: (key, ts, audit) => outbox.find(key, ts, audit),
      resend: (key, audit) => outbox.resend(key, audit),
      claim: async (hold, audit) => {
        const claim = await outbox.claim(hold, audit);
        if (claim !== undefined) kept.push(() => claimed(claim));
        return claim;
      },
      keepFile: (claim, file, audit) =>
        after('keepFile', claim, outbox.keepFile(claim, file, audit)),
      dropFile: (key, file, audit) => outbox.dropFile(key, file, audit),
      begin: (claim, content, audit) => after('begin', claim, outbox.begin(claim, content, audit)),
      confirm: (claim, ts, audit) => after('confirm', claim, outbox.confirm(claim, ts, audit)),
      delay: (claim, due, audit) => after('delay', claim, outbox.delay(claim, due, audit)),
      refuse: (claim, audit) => after('refuse', claim, outbox.refuse(claim, audit)),
      lose: (claim, audit) => after('lose', claim, outbox.lose(claim, audit)),
    };
  };

  return {
    wrong,
    steps,
    watch: (store) => ({
      ...store,
      change: async (work) => {
        const kept: (() => void)[] = [];
        const result = await store.change((change) =>
          work({ ...change, outbox: watchOutbox(change.outbox, kept) }),
        );
        for (const each of kept) each();
        return result;
      },
    }),
  };
}
