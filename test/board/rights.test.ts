import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { role, type AccessConfig } from '#src/access/access-config.ts';
import { checkByAny } from '#src/access/check-by-any.ts';
import { judgeEntry } from '#src/access/judge-entry.ts';
import { judge } from '#src/access/judge.ts';
import { standingWords } from '#src/access/standing-words.ts';
import type { Room } from '#src/access/room.ts';
import { findRights } from '#src/board/rights.ts';
import { channel, direct, member } from '#test/access/cases.ts';
import { someTiers } from '#test/access/some-tiers.ts';
import { someAsks } from '#test/support/some-asks.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';

const often = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean());

const someRooms: fc.Arbitrary<Room> = fc
  .record({
    kind: fc.constantFrom('public' as const, 'private' as const, 'direct' as const),
    isShared: often,
    isArchived: often,
    hasAsker: often.map((isNot) => !isNot),
    guests: often.map(Number),
  })
  .map((facts) => ({ ...(facts.kind === 'direct' ? direct : channel), ...facts }));

const someAccess: fc.Arbitrary<AccessConfig> = fc
  .tuple(someTiers(ukVocabulary), someTiers(ukVocabulary), fc.boolean())
  .map(([first, second, isSet]) => ({
    tiers: { first, second },
    channels: isSet ? { [channel.id]: 'first' } : {},
    roles: {
      analyst: { group: 'S0000000001', alone: 'first' },
      approver: { group: 'S0000000002', alone: 'second' },
    },
  }));

const someAskers = fc
  .record({ roles: fc.subarray([...role.options]), isGuest: often, isStranger: often })
  .map((who) => ({ ...member, ...who }));

test('the dashboard shows what the bot would answer, and nothing else', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      someRooms,
      someAskers,
      someAccess,
      someAsks(ukVocabulary),
      (room, asker, config, ask) => {
        const vocabulary = ukVocabulary;
        const rights = findRights({ room, asker, config });
        const judged = judge({ ask, room, asker, config, vocabulary });
        const isShown =
          rights.kind === 'some' && checkByAny(ask, rights.tiers, vocabulary) === undefined;
        expect(isShown).toBe(judged.kind === 'allowed');
        const entry = judgeEntry({ room, asker, config });
        expect(rights.kind === 'none' ? rights.why.message : undefined).toBe(
          entry && standingWords[entry][0],
        );
        seen.add(entry ?? judged.kind);
      },
    ),
    { numRuns: 2000 },
  );
  for (const kind of ['allowed', 'refused', 'shared', 'noTier', 'noRole', 'guests', 'stranger'])
    expect([...seen]).toContain(kind);
});
