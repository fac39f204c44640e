import { openAsIs } from '#src/edges/store/open-as-is.ts';
import type { StorePlace } from '#src/edges/store/store-place.ts';
import { Fault } from '#src/fault.ts';
import { leftFiles } from '#src/state/left-files.ts';
import type { Clock, Store } from '#src/state/store.ts';
import { note, ok, type CheckResult } from './check.ts';
import { judgeState, type StateFacts } from './judge-state.ts';

const mostFiles = 20;

/** Looks at the state, and makes nothing in it. An embedded one is the bot's alone while it runs: that is how it should be. Throws `StoreFault` and `ConfigFault`. */
export async function checkState(place: StorePlace, clock: Clock): Promise<readonly CheckResult[]> {
  try {
    const opened = await openAsIs(place, clock);
    if (opened.kind === 'none')
      return one(ok('There is none yet: the bot makes it at its first start.'));
    if (opened.kind === 'older')
      return one(
        note('Its tables are of an earlier version: the next start of the bot brings them up.'),
      );
    return judgeState(await readFacts(opened.store, clock));
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'inUse') throw error;
    return one(
      note('Another process has it open, as the bot does while it runs, so it was not looked at.'),
    );
  }
}

const one = (outcome: ReturnType<typeof ok>): readonly CheckResult[] => [
  { name: 'database', ...outcome },
];

async function readFacts(store: Store, clock: Clock): Promise<StateFacts> {
  try {
    return {
      engine: store.engine,
      head: await store.audit.head(),
      seen: await store.audit.witness(),
      messages: await store.messages.count(),
      leftFiles: (await leftFiles(store, clock(), mostFiles)).length,
    };
  } finally {
    await store.close();
  }
}
