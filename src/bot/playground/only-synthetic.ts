import { Fault } from '#src/fault.ts';
import type { LiveRelease } from '../live-release.ts';

/** A release that answers only while its data are synthetic. Throws `ConfigFault` `realData` where they are real as the page is opened. */
export function onlySynthetic(release: LiveRelease): LiveRelease {
  const current = (): ReturnType<LiveRelease['current']> => {
    const edges = release.current();
    return edges?.desk.warehouse.release.synthetic === true ? edges : undefined;
  };
  if (release.current() !== undefined && current() === undefined)
    throw new Fault(
      'ConfigFault',
      'realData',
      'the release that answers holds real data, which the local page never shows: set SLACK_BOT_TOKEN and the rest of docs/slack.md, or MOBILITY_HOME to another folder',
    );
  return { ...release, current };
}
