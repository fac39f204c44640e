import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { FakeOrder, FakeReport, Packed, Seen } from './fake-orders.ts';

type Opened = Extract<FakeReport, { readonly kind: 'open' }>;

/** A fake Slack in a process of its own. */
export type Fake = Omit<Opened, 'kind'> & {
  /** Commands with these questions, of many people in many channels. Good for five minutes. */
  readonly pack: (questions: readonly string[]) => Promise<readonly Packed[]>;
  readonly look: () => Promise<Seen>;
  readonly stop: () => Promise<void>;
};

/** Starts a fake Slack. `limits`: Slack's own, or none. One order at a time. */
export async function startFake(limits: 'slack' | 'none'): Promise<Fake> {
  const child = fork(new URL('./fake-process.ts', import.meta.url), [limits], { execArgv: [] });
  const ended = once(child, 'exit');
  const ask = async <K extends FakeReport['kind']>(
    kind: K,
    order?: FakeOrder,
  ): Promise<Extract<FakeReport, { readonly kind: K }>> => {
    const answered = new Promise<FakeReport>((resolve, reject) => {
      child.once('message', (report: FakeReport) => resolve(report));
      void ended.then(() => reject(new Error('the fake Slack ended by itself')));
    });
    if (order !== undefined) child.send(order);
    const report = await answered;
    if (report.kind !== kind) throw new Error(`the fake Slack answered ${report.kind}`);
    // `as`: its kind is that of the order.
    return report as Extract<FakeReport, { readonly kind: K }>;
  };
  const opened = await ask('open');
  return {
    ...opened,
    pack: async (questions) => (await ask('pack', { kind: 'pack', questions })).packed,
    look: async () => (await ask('look', { kind: 'look' })).seen,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
