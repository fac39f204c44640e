import * as fc from 'fast-check';
import type { Tier } from '#src/access/access-config.ts';
import { commands } from '#src/grammar/keys.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

const some = <T>(items: readonly T[], minLength = 1) =>
  fc.subarray([...new Set(items)], { minLength });

/** Tiers that name what a vocabulary has. */
export function someTiers({ areas, modes }: Vocabulary): fc.Arbitrary<Tier> {
  return fc.record({
    commands: fc.oneof(
      { weight: 2, arbitrary: fc.constant<Tier['commands']>([...commands]) },
      { weight: 1, arbitrary: some<Tier['commands'][number]>(commands) },
    ),
    level: fc.constantFrom(...areas.map(({ level }) => level)),
    areas: fc.oneof(
      fc.constant('all' as const),
      fc.uniqueArray(fc.constantFrom(...areas.map(({ code }): string => code)), {
        minLength: 1,
        maxLength: 4,
      }),
    ),
    modes: fc.oneof(
      fc.constantFrom('all' as const, 'none' as const),
      some(modes.map(({ value }) => value)),
    ),
    guests: fc.constantFrom('refuse' as const, 'allow' as const),
  });
}

/** A tier, and one that allows no more. `levels`: from the finest to the largest. */
export function someTightened(
  vocabulary: Vocabulary,
  levels: readonly string[],
): fc.Arbitrary<{ readonly loose: Tier; readonly tight: Tier }> {
  return someTiers(vocabulary).chain((loose) =>
    fc.record({
      loose: fc.constant(loose),
      tight: fc.record({
        commands: some(loose.commands),
        level: fc.constantFrom(...levels.slice(levels.indexOf(loose.level))),
        areas: tighterAreas(loose.areas, vocabulary),
        modes: tighterModes(loose.modes, vocabulary),
        guests:
          loose.guests === 'allow'
            ? fc.constantFrom('refuse', 'allow')
            : fc.constant('refuse' as const),
      }),
    }),
  );
}

function tighterAreas(areas: Tier['areas'], vocabulary: Vocabulary): fc.Arbitrary<Tier['areas']> {
  if (areas === 'all') return someTiers(vocabulary).map((tier) => tier.areas);
  const within = areas.flatMap((code) => [
    code,
    ...vocabulary.areas.filter(({ parent }) => parent === code).map((area): string => area.code),
  ]);
  return some(within);
}

function tighterModes(modes: Tier['modes'], vocabulary: Vocabulary): fc.Arbitrary<Tier['modes']> {
  if (modes === 'none') return fc.constant('none');
  if (modes === 'all') return someTiers(vocabulary).map((tier) => tier.modes);
  return fc.oneof(fc.constant('none' as const), some(modes));
}
