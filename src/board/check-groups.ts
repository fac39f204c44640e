import type { AccessConfig } from '#src/access/access-config.ts';
import { Fault } from '#src/fault.ts';
import type { BoardConfig } from './board-config.ts';

/** What is wrong where a group of the dashboard has a tier that there is not: a `ConfigFault` that names the first. */
export function checkGroups(
  { groups }: Pick<BoardConfig, 'groups'>,
  tiers: AccessConfig['tiers'],
): Fault | undefined {
  const unknown = groups.findIndex(({ tier }) => !Object.hasOwn(tiers, tier));
  if (unknown === -1) return undefined;
  const message = `mobility.config.yml: board.groups.${unknown}.tier: names a tier that is not among the tiers`;
  return new Fault('ConfigFault', 'badConfig', message);
}
