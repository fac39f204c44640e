import { openStore } from '#src/edges/store/open-store.ts';
import { enterEditions, type Lifecycle } from '#src/release/lifecycle/enter-editions.ts';
import { makeFolderKeeper } from '#src/release/lifecycle/folder-keeper.ts';
import { makeLive } from '#src/release/lifecycle/make-live.ts';
import { withdraw } from '#src/release/lifecycle/withdraw.ts';
import { by, recordOf } from './scene.ts';

// Run as a process of its own: does one thing with a release and is killed at a step of it.
const [home = '', action = '', name = '', step = ''] = process.argv.slice(2);

const dieAt = (here: string): void => {
  if (here === step) process.kill(process.pid, 'SIGKILL');
};

const place = { home, databaseUrl: undefined, auditKeyFile: undefined };
const store = await openStore(place, () => new Date());
const keeper = makeFolderKeeper(home);
const watched: Lifecycle = {
  store: {
    ...store,
    change: async (work) => {
      const result = await store.change(async (change) => {
        const done = await work(change);
        dieAt('within the change');
        return done;
      });
      dieAt('after the change');
      return result;
    },
  },
  keeper: {
    ...keeper,
    point: async (to) => {
      dieAt('before the pointer');
      await keeper.point(to);
      dieAt('after the pointer');
    },
  },
};

if (action === 'enter') await enterEditions(watched);
if (action === 'live') await makeLive(watched, await recordOf(store, name), by('dora'));
if (action === 'withdraw')
  await withdraw(watched, await recordOf(store, name), { ...by('bea'), reason: 'wrong' });
await store.close();
