import type { Lifecycle } from './enter-editions.ts';

/**
 * Lets answer what the state says is live. One at a time: of two that do this at once, the second has seen the newest state, so that nothing old is
 * pointed to after it. To be called after every change, and when a program starts, so that a crash between the two is made good.
 */
export function pointToLive({ store, keeper }: Lifecycle): Promise<void> {
  return keeper.alone(async () => {
    const live = await store.releases.live();
    if (live !== undefined) await keeper.point({ edition: live.name, releaseId: live.releaseId });
    else if ((await store.releases.list()).some(({ state }) => state === 'withdrawn'))
      await keeper.point('withdrawn');
    else if ((await keeper.pointed()) !== undefined) await keeper.point('none');
  });
}
