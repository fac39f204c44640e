import type { ReleaseKeeper } from '#src/release/lifecycle/keeper.ts';
import { terminalPerson } from '#src/edges/terminal/terminal-person.ts';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { ReleaseDescription } from '#src/state/release-record.ts';

/** A keeper that holds descriptions alone. `pointer` is what answers; a test puts and takes editions as it likes. */
export type FakeKeeper = ReleaseKeeper & {
  readonly editions: Map<string, ReleaseDescription | undefined>;
  pointer: string | undefined;
};

/** An empty keeper. An edition that is `undefined` is a file that is no checked release. Ann made what nobody else signed. */
export function makeFakeKeeper(): FakeKeeper {
  const editions: FakeKeeper['editions'] = new Map();
  const makers = new Map<string, AuditContext>();
  let last: Promise<void> = Promise.resolve();
  const keeper: FakeKeeper = {
    editions,
    pointer: undefined,
    names: async () => [...editions.keys()],
    describe: async (name) => editions.get(name),
    report: async () => [],
    sign: async (name, maker) => {
      if (!makers.has(name)) makers.set(name, maker);
    },
    maker: async (name) => makers.get(name) ?? terminalPerson('ann').audit,
    pointed: async () => keeper.pointer,
    alone: (task) => {
      last = last.then(task);
      return last;
    },
    point: async (to) => {
      keeper.pointer = typeof to === 'string' ? (to === 'none' ? undefined : to) : to.edition;
    },
  };
  return keeper;
}
