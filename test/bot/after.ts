import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Delivered,
  FakeEphemeral,
  FakeMessage,
} from '#test/support/slack/start-fake-slack.ts';
import type { Scene } from './open-scene.ts';
import { waitFor } from './wait-for.ts';

/** What people saw that they did not before. `told`: what one person alone saw. */
export type Came = {
  readonly messages: readonly FakeMessage[];
  readonly told: readonly FakeEphemeral[];
};

const restMs = 80;

/**
 * Has people do something, waits until so many messages and words to one person came of it, and until the bot rests: whatever else came is there too. Throws where
 * Slack would have complained of an acknowledgement.
 */
export async function after(
  scene: Pick<Scene, 'fake' | 'store'>,
  act: () => Promise<Delivered | readonly Delivered[]>,
  { messages = 0, told = 0 }: { readonly messages?: number; readonly told?: number } = {},
): Promise<Came> {
  const { fake } = scene;
  const before = { messages: fake.messages().length, told: fake.ephemerals().length };
  const delivered = [await act()].flat();
  const complaints = delivered.flatMap((each) => each.complaints);
  if (complaints.length > 0) throw new Error(complaints.join('; '));
  const came = (): Came => ({
    messages: fake.messages().slice(before.messages),
    told: fake.ephemerals().slice(before.told),
  });
  const isEnough = (now: Came) => now.messages.length >= messages && now.told.length >= told;
  await waitFor(() => (isEnough(came()) ? true : undefined), 20_000);
  await rest(scene);
  return came();
}

/** Waits until nothing waits to be posted, and nothing more is recorded. */
export async function rest({ store }: Pick<Scene, 'store'>): Promise<void> {
  for (let before = -1; ;) {
    const { queued, claimed, posting } = await store.messages.count();
    const { seq } = await store.audit.head();
    if (queued + claimed + posting === 0 && seq === before) return;
    before = queued + claimed + posting === 0 ? seq : -1;
    await sleep(restMs);
  }
}

/** The only one. */
export function only<T>(items: readonly T[]): T {
  const [one, ...others] = items;
  if (one === undefined || others.length > 0) throw new Error(`${items.length} instead of one`);
  return one;
}
