import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { type AccessConfig, role, type Role, type Tier } from './access-config.ts';
import { roomReasons } from './check-room.ts';
import { explainTier } from './explain-tier.ts';
import { findGrants } from './find-grants.ts';
import type { Room } from './room.ts';
import { notFitting, standingWords } from './standing-words.ts';
import { sayPlaces } from './tier-words.ts';

const kinds: Readonly<Record<Room['kind'], string>> = {
  public: 'a public channel',
  private: 'a private channel',
  direct: 'a direct message with the bot',
  group: 'a message to a group',
};

/**
 * Who may see what in a room, and why, in lines for the operator: the room, what is answered there or all that speaks against it, and what the holders of each role may
 * see alone. `vocabulary`: of the data in use; without it, names are not held against the data.
 */
export function explain(
  room: Room,
  config: AccessConfig,
  vocabulary?: Vocabulary,
): readonly string[] {
  const alone = role.options.flatMap((one) => explainRole(one, config, vocabulary));
  const roles =
    alone.length === 0 ? ['Roles: none.'] : ['Alone, in a direct message:', ...inset(alone)];
  return [...explainRoom(room), ...explainAnswers(room, config, vocabulary), ...roles];
}

function explainRoom(room: Room): readonly string[] {
  const { id, kind, members, guests, strangers } = room;
  const bot = room.hasBot ? 'The bot is a member.' : 'The bot is not a member.';
  // Nothing else is known of it.
  if (kind === 'group') return [`${id} is ${kinds[kind]}.`];
  return [
    `${id} is ${kinds[kind]}. ${bot}`,
    `People: ${members}, of them ${guests} with guest accounts and ${strangers} from other organisations.`,
    `Shared: ${sayShares(room)}.`,
  ];
}

function sayShares({ isShared, isShareOffered, isAcrossWorkspaces }: Room): string {
  const shares = [
    ...(isShared ? ['with another organisation'] : []),
    ...(isShareOffered ? ['offered to another organisation'] : []),
    ...(isAcrossWorkspaces ? ['with other workspaces'] : []),
  ];
  return shares.length === 0 ? 'no' : shares.join(', ');
}

function explainAnswers(
  room: Room,
  config: AccessConfig,
  vocabulary: Vocabulary | undefined,
): readonly string[] {
  const isDirect = room.kind === 'direct';
  const [grant] = isDirect ? [] : findGrants(room, [], config);
  const reasons = roomReasons(room, grant?.tier).filter((reason) => reason !== 'noRole');
  const why = [
    ...reasons.map((reason) => standingWords[reason][0]),
    ...(isFitting(grant?.tier, vocabulary) ? [] : [notFitting[0]]),
  ];
  const who = isDirect ? ' to people whose role allows it' : '';
  const verdict =
    why.length === 0
      ? [`Questions are answered here${who}.`]
      : ['Nothing is answered here:', ...inset(why)];
  if (isDirect) return verdict;
  const tier =
    grant === undefined
      ? ['Tier: none. A channel is given one in mobility.config.yml, under access, channels.']
      : [`Tier ${grant.tierName}:`, ...inset(explainTier(grant.tier, vocabulary))];
  return [...verdict, ...tier];
}

const isFitting = (tier: Tier | undefined, vocabulary: Vocabulary | undefined): boolean =>
  tier === undefined || vocabulary === undefined || sayPlaces(tier, vocabulary) !== undefined;

function explainRole(
  one: Role,
  { roles, tiers }: AccessConfig,
  vocabulary: Vocabulary | undefined,
): readonly string[] {
  const found = roles[one];
  if (found === undefined) return [];
  const { group, alone } = found;
  const tier = alone === undefined ? undefined : tiers[alone];
  const holders = `${one} (user group ${group})`;
  return alone === undefined || tier === undefined
    ? [`${holders}: nothing`]
    : [`${holders}: tier ${alone}`, ...inset(explainTier(tier, vocabulary))];
}

const inset = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);
