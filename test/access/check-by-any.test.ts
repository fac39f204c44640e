import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAsk } from '#src/access/check-ask.ts';
import { checkByAny } from '#src/access/check-by-any.ts';
import { someAsks } from '#test/support/some-asks.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { asked, open } from './cases.ts';
import { someTiers } from './some-tiers.ts';

test.each(['region:London', 'status', 'help', 'method'])(
  'where there is no tier nothing may be asked: %s',
  (text) => {
    expect(checkByAny(asked(text), [], ukVocabulary)).toEqual({
      reason: 'noTier',
      tier: undefined,
    });
  },
);

test('one tier that allows it is enough, whichever it is; else the first says why not', () => {
  const regions = { ...open, level: 'region' };
  const countries = { ...open, level: 'country', commands: ['help' as const] };
  const leeds = asked('region:Leeds');
  expect(checkByAny(leeds, [regions, open], ukVocabulary)).toBeUndefined();
  expect(checkByAny(leeds, [open, regions], ukVocabulary)).toBeUndefined();
  expect(checkByAny(leeds, [regions, countries], ukVocabulary)).toEqual({
    reason: 'level',
    tier: regions,
  });
  expect(checkByAny(leeds, [countries, regions], ukVocabulary)).toEqual({
    reason: 'command',
    tier: countries,
  });
});

test('a question may be asked where some tier allows it, and nowhere else', () => {
  const seen = new Set<boolean>();
  const someSets = fc.array(someTiers(ukVocabulary), { maxLength: 3 });
  fc.assert(
    fc.property(someAsks(ukVocabulary), someSets, (ask, tiers) => {
      const isAllowed = tiers.some((tier) => checkAsk(ask, tier, ukVocabulary) === undefined);
      expect(checkByAny(ask, tiers, ukVocabulary) === undefined).toBe(isAllowed);
      seen.add(isAllowed);
    }),
  );
  expect(seen.size).toBe(2);
});
