import type { ReleaseKeeper } from '#src/release/lifecycle/keeper.ts';
import type { ReleaseDescription } from '#src/state/release-record.ts';

/** A keeper that holds descriptions alone. `pointer` is what answers; a test puts and takes editions as it likes. */
export type FakeKeeper = ReleaseKeeper & {
  readonly editions: Map<string, ReleaseDescription | undefined>;
  pointer: string | undefined;
};

/** An empty keeper. An edition that is `undefined` is a file that is no checked release. */
export function makeFakeKeeper(): FakeKeeper {
  const editions: FakeKeeper['editions'] = new Map();
  let last: Promise<void> = Promise.resolve();
  const keeper: FakeKeeper = {
    editions,
    pointer: undefined,
    names: async () => [...editions.keys()],
    describe: async (name) => editions.get(name),
    report: async () => [],
    pointed: async () => keeper.pointer,
    alone: (task) => {
      last = last.then(task);
      return last;
    },
    point: async (to) => {
      keeper.pointer = to === 'withdrawn' ? 'withdrawn' : to.edition;
    },
  };
  return keeper;
}
