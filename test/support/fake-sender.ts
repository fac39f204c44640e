import type { Message } from '#src/state/message.ts';
import type { PostOutcome, Ready, Sender } from '#src/state/sender.ts';

/**
 * What becomes of a post. `unheard`: it arrives, and the answer is lost. `lost`: it never arrives, and nobody hears. `late`: the time runs out, and it arrives
 * afterwards, after a first look for it.
 */
export type Fate =
  | Exclude<PostOutcome, { readonly kind: 'posted' | 'unknown' }>
  | { readonly kind: 'posted' | 'unheard' | 'lost' | 'late' };

/** A Slack in memory. `arrived`: the names of the posts of each key. `tries`: every call of `post`, by its key. */
export type FakeSender = Sender & {
  readonly post: (message: Message) => Promise<PostOutcome>;
  readonly arrived: ReadonlyMap<string, readonly string[]>;
  readonly tries: readonly string[];
};

/** A message without anything to prepare. */
export const readyToPost = (post: () => Promise<PostOutcome>): Ready => ({
  kind: 'ready',
  content: undefined,
  record: () => Promise.resolve(),
  post,
});

/** `fate` decides on each post; `isFindable`, on each look-up of one that arrived; `pace` is awaited before, within and after a post, and before a look-up. */
export function makeFakeSender(
  fate: (message: Message) => Fate,
  {
    pace = () => Promise.resolve(),
    isFindable = () => true,
  }: { readonly pace?: () => Promise<void>; readonly isFindable?: () => boolean } = {},
): FakeSender {
  const arrived = new Map<string, readonly string[]>();
  const tries: string[] = [];
  const arriving = new Set<string>();
  let count = 0;
  const arrive = (key: string): string => {
    count += 1;
    const ts = `1700000000.${String(count).padStart(6, '0')}`;
    arrived.set(key, [...(arrived.get(key) ?? []), ts]);
    return ts;
  };
  const answer = (key: string, decided: Fate): PostOutcome => {
    switch (decided.kind) {
      case 'posted':
        return { kind: 'posted', ts: arrive(key) };
      case 'unheard':
        arrive(key);
        return { kind: 'unknown', reason: 'timeout' };
      case 'late':
        arriving.add(key);
        return { kind: 'unknown', reason: 'timeout' };
      case 'lost':
        return { kind: 'unknown', reason: 'timeout' };
      case 'notPosted':
      case 'refused':
        return decided;
      default:
        return decided satisfies never;
    }
  };
  const post = async (message: Message): Promise<PostOutcome> => {
    await pace();
    tries.push(message.key);
    const outcome = answer(message.key, fate(message));
    await pace();
    return outcome;
  };
  return {
    arrived,
    tries,
    post,
    prepare: (message) => Promise.resolve(readyToPost(() => post(message))),
    find: async ({ key }) => {
      await pace();
      const ts = arrived.get(key)?.at(-1);
      if (arriving.delete(key)) arrive(key);
      return ts !== undefined && isFindable() ? { kind: 'found', ts } : { kind: 'notFound' };
    },
  };
}
