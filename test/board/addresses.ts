import * as fc from 'fast-check';
import type { Tier } from '#src/access/access-config.ts';
import { findOffer, type Offer } from '#src/board/offer.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { addDays, dayNumber } from '#src/week.ts';
import { open } from '#test/access/cases.ts';

/** What a tier of the finest level lets be picked. */
export function offerOf(vocabulary: Vocabulary, tier: Partial<Tier> = {}): Offer {
  const level = vocabulary.areas.at(-1)?.level ?? '';
  return findOffer([{ ...open, level, ...tier }], vocabulary);
}

/** What the form of an offer can send. */
export type Sent = Readonly<Record<'area' | 'event' | 'since' | 'until', string>>;

/** An address that the form can send. Fields left empty are empty. */
export function someSent({ places, slugs, vocabulary }: Offer): fc.Arbitrary<Sent> {
  const { firstDay, lastDay } = vocabulary;
  const day = fc
    .nat(dayNumber(lastDay) - dayNumber(firstDay))
    .map((days) => addDays(firstDay, days));
  const maybe = (some: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), some);
  return fc.record({
    area: fc.constantFrom(...places.keys()),
    event: maybe(slugs.size === 0 ? fc.constant('') : fc.constantFrom(...slugs)),
    since: maybe(day),
    until: maybe(day),
  });
}

export const searchOf = (sent: Partial<Sent>): URLSearchParams => new URLSearchParams(sent);
