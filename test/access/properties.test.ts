import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tier } from '#src/access/access-config.ts';
import { checkAsk } from '#src/access/check-ask.ts';
import { checkRoom } from '#src/access/check-room.ts';
import { findElsewhere } from '#src/access/find-elsewhere.ts';
import { judgeEntry } from '#src/access/judge-entry.ts';
import { judge } from '#src/access/judge.ts';
import { nearestAsk } from '#src/access/nearest-ask.ts';
import { sayDenial } from '#src/access/say-denial.ts';
import type { Room } from '#src/access/room.ts';
import type { Ask } from '#src/grammar/ask.ts';
import { usage } from '#src/grammar/usage.ts';
import { readingOf } from '#test/grammar/outcomes.ts';
import { someAsks } from '#test/support/some-asks.ts';
import {
  flatVocabulary,
  namesakeVocabulary,
  ukVocabulary,
  usVocabulary,
} from '#test/support/vocabulary.ts';
import { channel, config, inventedVocabulary, member, open } from './cases.ts';
import { someTiers, someTightened } from './some-tiers.ts';

const countries = [
  {
    name: 'the United Kingdom',
    vocabulary: ukVocabulary,
    levels: ['district', 'region', 'country', 'kingdom'],
  },
  { name: 'the United States', vocabulary: usVocabulary, levels: ['state', 'division', 'nation'] },
  {
    name: 'an invented country',
    vocabulary: inventedVocabulary,
    levels: ['islet', 'hundred', 'shire'],
  },
];

describe.each(countries)('in $name', ({ vocabulary, levels }) => {
  const known = {
    ...vocabulary,
    areas: vocabulary.areas.filter(({ level }) => levels.includes(level)),
  };

  test('a tier that allows less frees nothing', () => {
    let allowed = 0;
    fc.assert(
      fc.property(someTightened(known, levels), someAsks(known), ({ loose, tight }, ask) => {
        if (checkAsk(ask, tight, known) !== undefined) return;
        allowed += 1;
        expect(checkAsk(ask, loose, known)).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
    expect(allowed).toBeGreaterThan(100);
  });

  test('a level, an area or a type of transport that the data do not have allows nothing', () => {
    fc.assert(
      fc.property(
        someTiers(vocabulary),
        someAsks(vocabulary),
        fc.constantFrom('nowhere', 'ALL', 'all', 'none', '', '__proto__', 'constructor'),
        (tier, ask, unknown) => {
          const judged = (changed: Partial<Tier>) =>
            checkAsk(ask, { ...tier, ...changed }, vocabulary);
          expect(judged({ level: unknown })).toBe('settings');
          expect(judged({ areas: [unknown] })).toBe('settings');
          // A name that is unknown is worth no more than none.
          expect(judged({ modes: [unknown] })).toBe(judged({ modes: 'none' }));
          const more = tier.areas === 'all' ? tier.areas : [...tier.areas, unknown];
          expect(judged({ areas: more })).toBe(judged({}));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('every question allowed is about places of the level or larger, within the areas', () => {
    const codes = new Map(vocabulary.areas.map((area) => [area.code, area]));
    fc.assert(
      fc.property(someTiers(vocabulary), someAsks(vocabulary), (tier, ask) => {
        if (checkAsk(ask, tier, vocabulary) !== undefined) return;
        for (const place of JSON.stringify(ask).matchAll(/"code":"(?<code>[^"]+)"/gu)) {
          const chain: string[] = [];
          for (
            let at = codes.get(place.groups?.['code'] ?? '');
            at !== undefined;
            at = codes.get(at.parent ?? '')
          )
            chain.push(at.code);
          const { areas } = tier;
          expect(areas === 'all' || chain.some((code) => areas.includes(code))).toBe(true);
          const own = vocabulary.areas.filter(({ code }) => code === chain[0]);
          const around = vocabulary.areas.filter(({ code }) => chain.slice(1).includes(code));
          const isFiner = around.some(({ level }) => level === tier.level);
          expect(!isFiner || own.some(({ level }) => level === tier.level)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe.each([
  ...countries,
  { name: 'a country of namesakes', vocabulary: namesakeVocabulary },
  { name: 'a flat country', vocabulary: flatVocabulary },
])('the nearest question in $name', ({ vocabulary }) => {
  test('is allowed, is read back as it is, and is another', () => {
    let found = 0;
    fc.assert(
      fc.property(someTiers(vocabulary), someAsks(vocabulary), (tier, ask) => {
        const nearest = nearestAsk(ask, tier, vocabulary);
        if (checkAsk(ask, tier, vocabulary) === undefined) expect(nearest).toBeUndefined();
        if (nearest === undefined) return;
        found += 1;
        expect(checkAsk(nearest, tier, vocabulary)).toBeUndefined();
        expect(readingOf(usage(nearest, vocabulary), vocabulary)).toEqual({
          ask: nearest,
          notes: [],
        });
        expect(usage(nearest, vocabulary)).not.toBe(usage(ask, vocabulary));
      }),
      { numRuns: 600 },
    );
    expect(found).toBeGreaterThan(50);
  });

  test('is there whenever a trend by a tier for all places is refused for its places or transport', () => {
    fc.assert(
      fc.property(someTiers(vocabulary), someAsks(vocabulary), (some, ask) => {
        const tier: Tier = { ...some, areas: 'all', commands: open.commands };
        const reason = checkAsk(ask, tier, vocabulary);
        if (ask.command !== 'trend' || reason === undefined || isAstray(ask, tier)) return;
        expect(nearestAsk(ask, tier, vocabulary)).toBeDefined();
      }),
      { numRuns: 600 },
    );
  });

  /** A tier without any place, or no place of the question or around it at its level or above. */
  function isAstray(ask: Ask, tier: Tier): boolean {
    const inside = vocabulary.areas.filter(({ code }) => JSON.stringify(ask).includes(`"${code}"`));
    const can = (place: (typeof inside)[number]) =>
      checkAsk({ command: 'events', region: place }, tier, vocabulary) === undefined;
    const around = (place: (typeof inside)[number]): typeof inside => {
      const above = vocabulary.areas.find(({ code }) => code === place.parent);
      return above === undefined ? [place] : [place, ...around(above)];
    };
    return !inside.every((place) => around(place).some(can));
  }
});

/** Rooms with something against them whatever the tier. */
const someBadRooms: fc.Arbitrary<Room> = fc
  .record({
    isArchived: fc.boolean(),
    isFrozen: fc.boolean(),
    isShared: fc.boolean(),
    isShareOffered: fc.boolean(),
    isAcrossWorkspaces: fc.boolean(),
    hasBot: fc.boolean(),
    hasAsker: fc.boolean(),
    strangers: fc.nat(2),
    guests: fc.nat(2),
    kind: fc.constantFrom('public' as const, 'private' as const, 'group' as const),
  })
  .map((changed) => ({ ...channel, ...changed }))
  .filter((room) => checkRoom(room, { ...open, guests: 'allow' }) !== undefined);

test('a room that is refused is refused for every question, and by every tier', () => {
  fc.assert(
    fc.property(
      someBadRooms,
      someAsks(ukVocabulary),
      someTiers(ukVocabulary),
      (room, ask, tier) => {
        const named = { ...config, tiers: { open: tier } };
        const judged = judge({ ask, room, asker: member, config: named, vocabulary: ukVocabulary });
        expect(judged).toMatchObject({ kind: 'refused', reason: checkRoom(room, tier) });
      },
    ),
  );
});

test('where nothing is answered to somebody, nothing is, and elsewhere it goes by the question', () => {
  const reasons = new Set<string | undefined>();
  fc.assert(
    fc.property(
      fc.oneof(someBadRooms, fc.constant(channel)),
      fc.record({ isGuest: fc.boolean(), isStranger: fc.boolean(), isBot: fc.boolean() }),
      fc.boolean(),
      someAsks(ukVocabulary),
      (room, who, isNamed, ask) => {
        const access = isNamed ? config : { ...config, channels: {} };
        const facts = { room, asker: { ...member, ...who }, config: access };
        const entry = judgeEntry(facts);
        const judged = judge({ ...facts, ask, vocabulary: ukVocabulary });
        reasons.add(entry);
        // The tier of the channel lets everything be asked.
        if (entry === undefined) expect(judged.kind).toBe('allowed');
        else expect(judged).toMatchObject({ kind: 'refused', reason: entry });
      },
    ),
    { numRuns: 2000 },
  );
  expect(reasons.size).toBeGreaterThan(8);
});

test('where else a question is said to be allowed it is, in a channel with nothing against it', () => {
  let named = 0;
  fc.assert(
    fc.property(
      fc.array(someTiers(ukVocabulary), { minLength: 1, maxLength: 4 }),
      someAsks(ukVocabulary),
      fc.boolean(),
      (tiers, ask, isGuest) => {
        const access = {
          tiers: Object.fromEntries(tiers.map((tier, i) => [`t${i}`, tier])),
          channels: Object.fromEntries(tiers.map((_, i) => [`C000000010${i}`, `t${i}`])),
          roles: {},
        };
        const asked = {
          ask,
          asker: { ...member, isGuest },
          config: access,
          vocabulary: ukVocabulary,
        };
        const { channels } = findElsewhere({ ...asked, room: channel });
        named += channels.length;
        for (const id of channels)
          expect(judge({ ...asked, room: { ...channel, id } }).kind).toBe('allowed');
      },
    ),
    { numRuns: 500 },
  );
  expect(named).toBeGreaterThan(50);
});

test('what is said of a refusal does not depend on the place, the date or the data asked about', () => {
  fc.assert(
    fc.property(
      someTiers(ukVocabulary),
      someAsks(ukVocabulary),
      someAsks(ukVocabulary),
      (tier, one, other) => {
        const [reason, same] = [one, other].map((ask) => checkAsk(ask, tier, ukVocabulary));
        if (reason === undefined || reason === 'command' || reason !== same) return;
        const [said, again] = [one, other].map((ask) =>
          sayDenial(reason, { ask, tier, vocabulary: ukVocabulary }),
        );
        expect(said).toEqual(again);
      },
    ),
    { numRuns: 2000 },
  );
});
