import type { AccessConfig } from '#src/access/access-config.ts';
import { failed, ok, type Outcome } from './check.ts';

/** Whether anybody may ask anywhere: a configuration without channels and roles is good, and answers nobody. */
export function judgeAccess({ tiers, channels, roles }: AccessConfig): Outcome {
  const direct = Object.values(roles).filter(({ alone }) => alone !== undefined).length;
  const places = Object.keys(channels).length;
  if (places === 0 && direct === 0)
    return failed(
      'No channel and no role may ask anything, so nobody gets an answer.',
      'Give a channel a tier in mobility.config.yml, under access, channels.',
    );
  const counts = [
    count(Object.keys(tiers).length, 'tier'),
    count(places, 'channel'),
    `${count(direct, 'role')} with answers in direct messages`,
  ];
  return ok(`${counts.join(', ')}.`);
}

const count = (many: number, what: string): string =>
  `${many.toLocaleString('en-GB')} ${what}${many === 1 ? '' : 's'}`;
