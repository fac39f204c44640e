import type { Edges } from '#src/answer.ts';
import type { Warehouse } from '#src/ports.ts';

/** The release that answers at this moment, and all that is needed to answer from it. */
export type LiveRelease = {
  /** Undefined where none answers. */
  current(): Edges | undefined;
  /** Takes up another release where one was made live, or none. True: what answers has changed. Throws what opening it throws; the one before then goes on answering. */
  look(): Promise<boolean>;
  close(): Promise<void>;
};

type Opened = { readonly edges: Edges; readonly warehouse: Warehouse };

/** `name`: which release is to answer, undefined for none. `open`: opens it; undefined where it cannot answer. `lingerMs`: how long questions under way may still use the one before. */
export type ReleaseSource = {
  readonly name: () => Promise<string | undefined>;
  readonly open: () => Promise<Opened | undefined>;
  readonly pause: (durationMs: number) => Promise<void>;
  readonly lingerMs: number;
};

/** Watches which release answers. Call `look` before the first question. */
export function makeLiveRelease({ name, open, pause, lingerMs }: ReleaseSource): LiveRelease {
  let held: { readonly name: string | undefined; readonly opened: Opened | undefined } = {
    name: undefined,
    opened: undefined,
  };
  let looking: Promise<boolean> | undefined;

  async function look(): Promise<boolean> {
    const present = await name();
    if (present === held.name) return false;
    const opened = present === undefined ? undefined : await open();
    const before = held.opened;
    held = { name: present, opened };
    if (before !== undefined) void pause(lingerMs).then(() => before.warehouse.close());
    return true;
  }

  return {
    current: () => held.opened?.edges,
    look: () => (looking ??= look().finally(() => (looking = undefined))),
    close: async () => held.opened?.warehouse.close(),
  };
}
