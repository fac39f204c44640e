import { reachOf } from '#src/access/reach.ts';
import { searchPlaces } from '#src/grammar/search-places.ts';
import type { FormAnswer, Incoming } from '#src/incoming.ts';
import type { AskingParts } from './asking-parts.ts';
import { findTiers } from './find-tiers.ts';
import { formPlace } from './form-place.ts';
import { personOf } from './person-of.ts';
import { placeChoice } from './place-choice.ts';
import { refuseForged } from './refuse-forged.ts';

type Search = Extract<Incoming, { readonly kind: 'search' }>;

const mostOffered = 50;
const none: FormAnswer = { kind: 'found', choices: [] };

/** The places for what is typed in a form, best first, of those that may be asked about where it was opened. Throws `StoreFault` and `SlackFault`. */
export async function offerPlaces(search: Search, parts: AskingParts): Promise<FormAnswer> {
  const { key, user, query } = search;
  const asker = personOf(user);
  const place = formPlace(search, parts.mac);
  if (place === undefined) {
    await refuseForged({ key, asker }, parts);
    return none;
  }
  const vocabulary = parts.release.current()?.desk.vocabulary;
  if (vocabulary === undefined) return none;
  const { tiers } = await findTiers({ asker, channel: place.channel }, parts);
  const reaches = tiers.map((tier) => reachOf(tier, vocabulary));
  const found = searchPlaces(query, vocabulary, Infinity).filter((area) =>
    reaches.some(({ check }) => check(area) === undefined),
  );
  return {
    kind: 'found',
    choices: found.slice(0, mostOffered).map((area) => placeChoice(area, query, vocabulary)),
  };
}
