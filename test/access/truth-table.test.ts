import { describe, expect, test } from 'vitest';
import type { AccessConfig, Tier } from '#src/access/access-config.ts';
import type { Asker } from '#src/access/check-asker.ts';
import { checkAsk } from '#src/access/check-ask.ts';
import { judgeEntry } from '#src/access/judge-entry.ts';
import { judge } from '#src/access/judge.ts';
import type { Room } from '#src/access/room.ts';
import { commands } from '#src/grammar/keys.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { asked, channel, direct, member, open } from './cases.ts';

const flags = [
  'isArchived',
  'isFrozen',
  'isShared',
  'isShareOffered',
  'isAcrossWorkspaces',
  'strangers',
  'guests',
  'noBot',
  'noAsker',
] as const;
type Flag = (typeof flags)[number];

/** Every set of flags. */
const flagSets: readonly ReadonlySet<Flag>[] = Array.from(
  { length: 2 ** flags.length },
  (_, bits) => new Set(flags.filter((_flag, i) => Math.floor(bits / 2 ** i) % 2 === 1)),
);

const kinds = ['public', 'private', 'direct', 'group'] as const;

const roomOf = (kind: Room['kind'], set: ReadonlySet<Flag>): Room => ({
  ...(kind === 'direct' ? direct : channel),
  kind,
  hasBot: !set.has('noBot'),
  hasAsker: !set.has('noAsker'),
  isArchived: set.has('isArchived'),
  isFrozen: set.has('isFrozen'),
  isShared: set.has('isShared'),
  isShareOffered: set.has('isShareOffered'),
  isAcrossWorkspaces: set.has('isAcrossWorkspaces'),
  strangers: set.has('strangers') ? 1 : 0,
  guests: set.has('guests') ? 1 : 0,
});

describe('rooms, tiers and people', () => {
  /** What the tiers let be asked, written beside each. */
  const tiers: AccessConfig['tiers'] = {
    regions: { ...open, level: 'region' },
    districts: open,
    withGuests: { ...open, guests: 'allow' },
    broken: { ...open, level: 'ward' },
  };
  const lets: Readonly<Record<string, string>> = {
    regions: 'London',
    districts: 'London Leeds',
    withGuests: 'London Leeds',
    broken: '',
  };
  const roles: AccessConfig['roles'] = {
    official: { group: 'S1', alone: 'regions' },
    analyst: { group: 'S2', alone: 'withGuests' },
    approver: { group: 'S3' },
  };
  const alone: Readonly<Record<string, string>> = { official: 'regions', analyst: 'withGuests' };

  const people: Readonly<Record<string, Asker>> = {
    member,
    official: { ...member, roles: ['official'] },
    analyst: { ...member, roles: ['analyst'] },
    both: { ...member, roles: ['official', 'analyst'] },
    approver: { ...member, roles: ['approver'] },
    dataOwner: { ...member, roles: ['dataOwner'] },
    guest: { ...member, isGuest: true, roles: ['analyst'] },
    guestOfficial: { ...member, isGuest: true, roles: ['official'] },
    stranger: { ...member, isStranger: true, roles: ['analyst'] },
    bot: { ...member, isBot: true, roles: ['analyst'] },
    deleted: { ...member, isDeleted: true, roles: ['analyst'] },
  };

  const asks = { London: asked('region:London'), Leeds: asked('region:Leeds') };

  /** Another way to the same verdict: the names of the tiers that count, then all that spoils them. */
  function oracle(
    kind: Room['kind'],
    set: ReadonlySet<Flag>,
    tierName: string | undefined,
    who: string,
    place: string,
  ): boolean {
    if (kind === 'group' || ['stranger', 'bot', 'deleted'].includes(who)) return false;
    const roles = who === 'guest' ? ['analyst'] : who === 'guestOfficial' ? ['official'] : [who];
    const held = who === 'both' ? ['official', 'analyst'] : roles;
    const counting = kind === 'direct' ? held.map((role) => alone[role]) : [tierName];
    return counting.some((name) => {
      if (name === undefined) return false;
      const harmless = [
        ...(name === 'withGuests' ? ['guests'] : []),
        ...(kind === 'public' ? ['noAsker'] : []),
      ];
      const spoilt = flags.filter((flag) => !harmless.includes(flag));
      const isGuestHere = who.startsWith('guest') && name !== 'withGuests';
      return !isGuestHere && spoilt.every((flag) => !set.has(flag)) && lets[name]?.includes(place);
    });
  }

  test.each(kinds)('all that may be answered in a %s room is what the table allows', (kind) => {
    let allowed = 0;
    let seen = 0;
    for (const set of flagSets)
      for (const tierName of [undefined, ...Object.keys(tiers)])
        for (const [who, asker] of Object.entries(people))
          for (const [place, ask] of Object.entries(asks)) {
            const room = roomOf(kind, set);
            const config = {
              tiers,
              roles,
              channels: tierName === undefined ? {} : { [room.id]: tierName },
            };
            const judged = judge({ ask, room, asker, config, vocabulary: ukVocabulary });
            const expected = oracle(kind, set, tierName, who, place);
            if ((judged.kind === 'allowed') !== expected)
              expect.fail(`${kind} ${[...set].join()} ${tierName} ${who} ${place}: ${judged.kind}`);
            allowed += Number(expected);
            seen += 1;
          }
    expect(seen).toBe(512 * 5 * 11 * 2);
    expect(allowed).toBe({ public: 100, private: 50, direct: 5 * 13, group: 0 }[kind]);
  });

  test('who is seen not to be in a private channel is told that, and nothing else of it', () => {
    const told: Record<string, Set<string | undefined>> = {};
    for (const set of flagSets)
      for (const tierName of [undefined, ...Object.keys(tiers)])
        for (const [who, asker] of Object.entries(people)) {
          if (set.has('noBot') || !set.has('noAsker')) continue;
          const room = roomOf('private', set);
          const channels = tierName === undefined ? {} : { [room.id]: tierName };
          const facts = { room, asker, config: { tiers, roles, channels } };
          const judged = judge({ ...facts, ask: asks.London, vocabulary: ukVocabulary });
          const reasons = [judged.kind === 'refused' ? judged.reason : '', judgeEntry(facts)];
          told[who] = new Set([...(told[who] ?? []), ...reasons]);
        }
    const outside = new Set(['notInRoom']);
    expect(told).toEqual({
      ...Object.fromEntries(Object.keys(people).map((who) => [who, outside])),
      stranger: new Set(['stranger']),
      bot: new Set(['bot']),
      deleted: new Set(['deleted']),
    });
  });
});

describe('questions and tiers', () => {
  /** Where each question is about, from the top; the finest level it names; types told apart; commands. */
  const england = 'UK/England';
  const questions: readonly {
    readonly text: string;
    readonly commands: string;
    readonly finest: string;
    readonly at: readonly string[];
    readonly apart?: string;
  }[] = [
    { text: 'region:UK', commands: 'trend', finest: 'kingdom', at: ['UK'] },
    { text: 'region:England', commands: 'trend', finest: 'country', at: [england] },
    { text: 'region:Scotland', commands: 'trend', finest: 'country', at: ['UK/Scotland'] },
    { text: 'region:Wales', commands: 'trend', finest: 'country', at: ['UK/Wales'] },
    { text: 'region:London', commands: 'trend', finest: 'region', at: [`${england}/London`] },
    { text: 'region:Cardiff', commands: 'trend', finest: 'district', at: ['UK/Wales/Cardiff'] },
    {
      text: 'region:Leeds mode:car',
      commands: 'trend',
      finest: 'district',
      at: [`${england}/Yorkshire/Leeds`],
      apart: 'car',
    },
    {
      text: 'region:London by:mode',
      commands: 'trend',
      finest: 'region',
      at: [`${england}/London`],
      apart: 'car rail bus active',
    },
    {
      text: 'origin:Leeds destination:London',
      commands: 'trend',
      finest: 'district',
      at: [`${england}/Yorkshire/Leeds`, `${england}/London`],
    },
    {
      text: 'region:London,Wales mode:rail,car',
      commands: 'compare',
      finest: 'region',
      at: [`${england}/London`, 'UK/Wales'],
      apart: 'car rail',
    },
    {
      text: 'region:London,"City of London"',
      commands: 'compare',
      finest: 'district',
      at: [`${england}/London`, `${england}/London/City`],
    },
    {
      text: 'flows destination:London by:country mode:bus',
      commands: 'flows',
      finest: 'region',
      at: ['UK/England', 'UK/Scotland', 'UK/Wales', 'UK/Northern Ireland', `${england}/London`],
      apart: 'bus',
    },
    {
      text: 'flows destination:London',
      commands: 'flows',
      finest: 'region',
      at: [`${england}/London`, `${england}/Yorkshire`, 'UK/Scotland', 'UK/Wales'],
    },
    {
      text: 'flows between:Cardiff,London',
      commands: 'flows',
      finest: 'district',
      at: ['UK/Wales/Cardiff', `${england}/London`],
    },
    {
      text: 'method region:Cardiff mode:rail',
      commands: 'method trend',
      finest: 'district',
      at: ['UK/Wales/Cardiff'],
      apart: 'rail',
    },
    { text: 'method', commands: 'method', finest: '', at: [] },
    {
      text: 'events region:Leeds',
      commands: 'events',
      finest: 'district',
      at: [`${england}/Yorkshire/Leeds`],
    },
    { text: 'events', commands: 'events', finest: '', at: [] },
    { text: 'status', commands: 'status', finest: '', at: [] },
    { text: 'help', commands: 'help', finest: '', at: [] },
  ];

  const ladder = ['', 'kingdom', 'country', 'region', 'district'];
  const areas: Readonly<Record<string, Tier['areas']>> = {
    all: 'all',
    'UK/England': ['E92000001'],
    'UK/England/London UK/Wales': ['E12000007', 'W92000004'],
    'UK/Scotland Nowhere': ['S92000003', 'nowhere'],
    Nowhere: ['nowhere'],
  };
  const modes: Readonly<Record<string, Tier['modes']>> = {
    none: 'none',
    car: ['car'],
    'car rail': ['rail', 'car'],
    'car rail bus active': ['car', 'rail', 'bus', 'active'],
    all: 'all',
  };
  const allowedCommands: readonly Tier['commands'][] = [
    [...commands],
    ['trend', 'method'],
    ['compare', 'flows', 'events'],
    ['method', 'help', 'status'],
  ];
  const levels = ['kingdom', 'country', 'region', 'district', 'ward'];

  /** Whether a tier reaches any place at all: its largest area must be at its level or above. */
  function reaches(level: string, within: string): boolean {
    const depths: Readonly<Record<string, number>> = {
      UK: 1,
      'UK/England': 2,
      'UK/England/London': 3,
      'UK/Wales': 2,
      'UK/Scotland': 2,
    };
    const finest = ladder.indexOf(level);
    if (finest < 1) return false;
    return within === 'all' || within.split(' ').some((path) => (depths[path] ?? 9) <= finest);
  }

  function oracle(
    { commands, finest, at, apart }: (typeof questions)[number],
    tier: { level: string; within: string; modes: string; commands: readonly string[] },
  ): boolean {
    const isInside = (path: string) =>
      tier.within === 'all' ||
      tier.within.split(' ').some((limit) => `${path}/`.startsWith(`${limit}/`));
    const told = apart?.split(' ') ?? [];
    return [
      reaches(tier.level, tier.within),
      commands.split(' ').every((command) => tier.commands.includes(command)),
      ladder.indexOf(finest) <= ladder.indexOf(tier.level),
      at.every(isInside),
      tier.modes === 'all' || told.every((mode) => tier.modes.split(' ').includes(mode)),
    ].every(Boolean);
  }

  test.each(questions)('$text may be asked by the tiers that the table allows', (question) => {
    const ask = asked(question.text);
    let allowed = 0;
    for (const level of levels)
      for (const [within, codes] of Object.entries(areas))
        for (const [apart, values] of Object.entries(modes))
          for (const can of allowedCommands)
            for (const guests of ['refuse', 'allow'] as const) {
              const tier: Tier = { commands: can, level, areas: codes, modes: values, guests };
              const expected = oracle(question, { level, within, modes: apart, commands: can });
              if ((checkAsk(ask, tier, ukVocabulary) === undefined) !== expected)
                expect.fail(`${JSON.stringify(tier)}: ${checkAsk(ask, tier, ukVocabulary)}`);
              allowed += Number(expected);
            }
    expect(allowed).toBeGreaterThan(0);
  });
});
