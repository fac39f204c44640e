import { type AccessConfig, role, type Role, type Tier } from './access-config.ts';
import type { Room } from './room.ts';

/** A tier by its name in the configuration. */
export type Grant = { readonly tierName: string; readonly tier: Tier };

/** The tiers by any of which somebody may be answered in a room: of a channel its own, at most one; of a direct message those of the asker's roles. */
export function findGrants(
  { id, kind }: Pick<Room, 'id' | 'kind'>,
  roles: readonly Role[],
  config: AccessConfig,
): readonly Grant[] {
  const names =
    kind === 'direct'
      ? role.options
          .filter((one) => roles.includes(one))
          .map((one) => lookUp(one, config.roles)?.alone)
      : [lookUp(id, config.channels)];
  return [...new Set(names)].flatMap((tierName) => {
    const tier = tierName === undefined ? undefined : lookUp(tierName, config.tiers);
    return tierName === undefined || tier === undefined ? [] : [{ tierName, tier }];
  });
}

/** What a name stands for in a list of the configuration, and in nothing that every object has. */
const lookUp = <T>(name: string, list: Readonly<Record<string, T>>): T | undefined =>
  Object.hasOwn(list, name) ? list[name] : undefined;
