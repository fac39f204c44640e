import { Fault } from '#src/fault.ts';
import type { ReleaseRecord } from '#src/state/release-record.ts';

/** Refuses to do anything more with a release that was withdrawn. Throws `ReleaseFault` `withdrawn`. */
export function checkNotWithdrawn({ name, state }: ReleaseRecord): void {
  if (state === 'withdrawn')
    throw new Fault(
      'ReleaseFault',
      'withdrawn',
      `${name} was withdrawn and never answers again: new data or a new policy make a new release`,
    );
}
