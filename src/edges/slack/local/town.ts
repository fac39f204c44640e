import type { AccessConfig, Role } from '#src/access/access-config.ts';
import { channelId, type ChannelId } from '#src/access/room.ts';
import { parseSlackPerson, type PersonId } from '#src/state/actor.ts';

/** Somebody one can be on the local page. */
export type LocalPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role | undefined;
  readonly isGuest: boolean;
};

/** A channel of the local page, or the direct message of the bot with its one member. */
export type LocalChannel = {
  readonly id: ChannelId;
  readonly name: string;
  readonly topic: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly isShared: boolean;
  readonly members: readonly PersonId[];
};

/** Who and what there is on the local page, and who may see what there. */
export type Town = {
  readonly people: readonly LocalPerson[];
  readonly channels: readonly LocalChannel[];
  readonly access: AccessConfig;
};

type Tiers = AccessConfig['tiers'];

const person = (id: string, name: string, role: Role | undefined): LocalPerson => {
  const parsed = parseSlackPerson(id);
  if (parsed === undefined) throw new Error(`${id} is no ID of a person`);
  return { id: parsed, name, role, isGuest: role === undefined };
};

const official = person('U0OFFICIAL', 'An official', 'official');
const analyst = person('U0ANALYST', 'An analyst', 'analyst');
const approver = person('U0APPROVER', 'An approver', 'approver');
const dataOwner = person('U0DATAOWNER', 'A data owner', 'dataOwner');
const guest = person('U0GUEST', 'A guest', undefined);
const staff = [official, analyst, approver, dataOwner];
const experts = [analyst, approver, dataOwner];

const idsOf = (people: readonly LocalPerson[]): readonly PersonId[] => people.map(({ id }) => id);

/**
 * A channel for each tier of the configuration, the last one private and for experts; one that another organisation shares, one that is not set up, and everybody's
 * direct message with the bot. Experts may ask alone by the last tier, officials by the first.
 */
export function foundTown(tiers: Tiers): Town {
  const names = Object.keys(tiers);
  const [first, last] = [names[0], names.at(-1)];
  const channels = names.map((name, index) => {
    const isForExperts = index > 0 && name === last;
    return {
      id: channelId.parse(`C0TIER${index}`),
      name,
      topic: isForExperts ? `For analysts: the tier “${name}”` : `The tier “${name}”`,
      kind: isForExperts ? ('private' as const) : ('public' as const),
      isShared: false,
      members: idsOf(isForExperts ? experts : staff),
    };
  });
  const shared = {
    id: channelId.parse('C0PARTNERS'),
    name: 'with-partners',
    topic: 'Shared with another organisation',
    kind: 'public' as const,
    isShared: true,
    members: idsOf([...staff, guest]),
  };
  const tiersOf = Object.fromEntries(channels.map(({ id, name }) => [id, name] as const));
  const unset = { ...shared, id: channelId.parse('C0CANTEEN'), name: 'canteen', isShared: false };
  return {
    people: [...staff, guest],
    channels: [...channels, shared, { ...unset, topic: 'Not set up for questions' }, ...directs()],
    access: {
      tiers,
      channels: { ...tiersOf, ...(first === undefined ? {} : { [shared.id]: first }) },
      roles: rolesOf(first, last),
    },
  };
}

const directs = (): readonly LocalChannel[] =>
  [...staff, guest].map(({ id, name }) => ({
    id: channelId.parse(`D${id.slice(1)}`),
    name: 'Mobility',
    topic: `What Mobility tells ${name.toLowerCase()} alone`,
    kind: 'direct',
    isShared: false,
    members: [id],
  }));

/** The user group of a role. */
export const groupOf = (role: Role): string => `S0${role.toUpperCase()}`;

function rolesOf(first: string | undefined, last: string | undefined): AccessConfig['roles'] {
  const alone = (tier: string | undefined) => (tier === undefined ? {} : { alone: tier });
  return {
    official: { group: groupOf('official'), ...alone(first) },
    analyst: { group: groupOf('analyst'), ...alone(last) },
    approver: { group: groupOf('approver'), ...alone(last) },
    dataOwner: { group: groupOf('dataOwner'), ...alone(last) },
  };
}
