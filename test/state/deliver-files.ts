import type { Claim } from '#src/state/message.ts';
import type { KeepFile, PostOutcome, Prepared, Sender } from '#src/state/sender.ts';
import type { Store } from '#src/state/store.ts';

/** What becomes of a call about a file. `unheard`: done, and the answer is lost. `lost`: not done. */
export type FileFate = 'done' | 'unheard' | 'lost';

/** Slack's files, in memory. A file is there from when it is sent until it is deleted; to delete one that is not there yet does nothing. */
export type FakeFiles = {
  readonly reserve: () => string;
  /** Each resolves to whether it is known to be done. */
  readonly send: (file: string) => Promise<boolean>;
  readonly remove: (file: string) => Promise<boolean>;
  readonly there: ReadonlySet<string>;
  /** Files that were deleted before they were there. */
  readonly missed: ReadonlySet<string>;
};

/** `prefix`: of the files' names. `fate` decides on each call. */
export function makeFakeFiles(prefix: string, fate: () => FileFate): FakeFiles {
  const there = new Set<string>();
  const sent = new Set<string>();
  const missed = new Set<string>();
  let count = 0;
  const call = async (task: () => void): Promise<boolean> => {
    const decided = fate();
    if (decided !== 'lost') task();
    return decided === 'done';
  };
  return {
    there,
    missed,
    reserve: () => {
      count += 1;
      return `${prefix}-F${count}`;
    },
    send: (file) =>
      call(() => {
        there.add(file);
        sent.add(file);
      }),
    remove: (file) =>
      call(() => {
        if (!sent.has(file)) missed.add(file);
        there.delete(file);
      }),
  };
}

/** What a sender with files works with. `rng` decides what becomes of a preparation; `turn` lets others have their turns, and may never come back. */
export type FilingParts = {
  readonly files: FakeFiles;
  readonly post: (claim: Claim) => Promise<PostOutcome>;
  readonly find: Sender['find'];
  readonly store: Store;
  readonly rng: () => number;
  readonly turn: () => Promise<void>;
  /** Files on their way, of which no worker has seen yet that their message still names them, nor that they are gone. */
  readonly onTheWay: Set<string>;
  readonly note: (what: string) => void;
};

const slackBusy: Prepared = {
  kind: 'notPosted',
  reason: 'ratelimited',
  retryAfterMs: undefined,
};
const notPermitted: Prepared = {
  kind: 'refused',
  reason: 'not_permitted',
  refusal: { message: 'Not here.', next: 'Ask elsewhere.' },
};
const audit = { actor: { kind: 'program', name: 'outbox' } } as const;

/** A sender that uploads a picture for most messages, by the rules that a sender has: any order of things, and any death, is left to chance. */
export function makeFilingSender(parts: FilingParts): Sender {
  const { files, post, find, store, rng, turn, onTheWay, note } = parts;

  const remove = async (key: string, file: string): Promise<boolean> => {
    await turn();
    const isGone = await files.remove(file);
    await turn();
    if (!isGone) return false;
    await store.change(({ outbox }) => outbox.dropFile(key, file, audit));
    return true;
  };

  const makeReady = (claim: Claim, file: string | undefined): Prepared => ({
    kind: 'ready',
    content: { file },
    record: ({ answers }) => answers.record('answer.given', claim.key, audit),
    post: async () => {
      const outcome = await post(claim);
      // Of an unknown one nobody can tell whether the file is shown.
      const isUnshown = outcome.kind === 'refused' || outcome.kind === 'notPosted';
      if (isUnshown && file !== undefined) await remove(claim.key, file);
      return outcome;
    },
  });

  /** Whether the file is there and the message still this worker's; else it is deleted. */
  const send = async (claim: Claim, file: string, keep: KeepFile): Promise<boolean> => {
    const isSent = await files.send(file);
    if (files.missed.has(file) && files.there.has(file)) note('file sent late');
    await turn();
    const isMine = isSent && (await keep(file).catch(() => false));
    if (isMine || (await remove(claim.key, file))) onTheWay.delete(file);
    return isMine;
  };

  const upload = async (claim: Claim, keep: KeepFile): Promise<Prepared> => {
    const file = files.reserve();
    await turn();
    if (!(await keep(file))) return slackBusy;
    onTheWay.add(file);
    await turn();
    if (!(await send(claim, file, keep))) return slackBusy;
    if (rng() > 0.1) return makeReady(claim, file);
    note('refused with a file');
    await remove(claim.key, file);
    return notPermitted;
  };

  return {
    find,
    prepare: async (claim, keep) => {
      await turn();
      if (claim.file !== undefined) {
        note('file found');
        if (!(await remove(claim.key, claim.file))) return slackBusy;
      }
      const at = rng();
      if (at < 0.05) return slackBusy;
      if (at < 0.1) return notPermitted;
      return at < 0.3 ? makeReady(claim, undefined) : upload(claim, keep);
    },
  };
}
