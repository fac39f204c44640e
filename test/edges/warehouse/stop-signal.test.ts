import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { withStopSignal } from '#src/edges/warehouse/stop-signal.ts';
import { Fault } from '#src/fault.ts';

const open = new AbortController().signal;
const forever = () => Promise.withResolvers<never>().promise;

test('a task that ends in time gives its value', async () => {
  const value = await withStopSignal({ deadlineMs: 1000 }, open, () => Promise.resolve(7));
  expect(value).toBe(7);
});

test.each([0, -1])('a deadline of %d ms has passed before any task', async (deadlineMs) => {
  const asked = withStopSignal({ deadlineMs }, open, () => Promise.resolve(7));
  await expect(asked).rejects.toMatchObject({ code: 'deadline', retryable: true });
});

test('a task that never notices its signal is left at the deadline', async () => {
  const asked = withStopSignal({ deadlineMs: 20 }, open, forever);
  await expect(asked).rejects.toMatchObject({ name: 'WarehouseFault', code: 'deadline' });
});

test('a task that notices its signal finds the fault as the reason', async () => {
  let reason: unknown;
  const asked = withStopSignal({ deadlineMs: 20 }, open, (stop) => {
    stop.addEventListener('abort', () => (reason = stop.reason));
    return forever();
  });
  await expect(asked).rejects.toBeInstanceOf(Fault);
  expect(reason).toMatchObject({ code: 'deadline' });
});

test('closing ends a task with the fault of closing', async () => {
  const closing = new AbortController();
  const asked = withStopSignal({ deadlineMs: 1000 }, closing.signal, forever);
  closing.abort(new Fault('WarehouseFault', 'closed', 'closed'));
  await expect(asked).rejects.toMatchObject({ code: 'closed' });
});

test('a warehouse that has closed runs no task', async () => {
  const closed = AbortSignal.abort(new Fault('WarehouseFault', 'closed', 'closed'));
  const asked = withStopSignal({ deadlineMs: 1000 }, closed, () => Promise.resolve(7));
  await expect(asked).rejects.toMatchObject({ code: 'closed' });
});

test('what a task gave is not kept for as long as the warehouse is open', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: unknown = runInNewContext('gc');
  if (typeof collectGarbage !== 'function') throw new Error('no garbage collector');
  const closing = new AbortController();
  const ask = async (): Promise<WeakRef<object>> =>
    new WeakRef(
      await withStopSignal({ deadlineMs: 1000 }, closing.signal, () =>
        Promise.resolve({ rows: [] }),
      ),
    );
  const given = await ask();
  await vi.waitFor(() => {
    collectGarbage();
    // Compared here: a failed expectation would keep what it shows.
    expect(given.deref() === undefined).toBe(true);
  });
  expect(closing.signal.aborted).toBe(false);
});
