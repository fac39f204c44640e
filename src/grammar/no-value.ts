import { roleOf } from '#src/grammar/connecting-words.ts';
import type { Problem } from '#src/grammar/draft.ts';
import type { Key } from '#src/grammar/keys.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { noDate, noMode, noPlace, slugsNear } from '#src/grammar/problems.ts';
import { wordsOf } from '#src/grammar/words.ts';
import { onlyTrips, unknownAgainst, unknownBreakdown, unknownShow } from '#src/refusal.ts';

/** Words after `by` that an answer cannot be shown by. */
function noBreakdown(typed: string, { vocabulary }: Lexicon): Problem {
  const grains = ['week', 'day', 'weekday', ...(vocabulary.modes.length > 1 ? ['mode'] : [])];
  const names = [...new Set(vocabulary.areas.map(({ level }) => level))];
  return (suggest) => unknownBreakdown(typed, [...grains, ...names], suggest.any);
}

function looksLikeDate(typed: string, lexicon: Lexicon): boolean {
  const isOfDates = wordsOf(typed).some(({ folded }) => isOfTime(folded));
  return isOfDates || /\d/.test(typed) || slugsNear(typed, lexicon).length > 0;
}

function isOfTime(word: string): boolean {
  const kind = roleOf(word)?.kind;
  return kind === 'dateLike' || kind === 'timeLike';
}

/** Words that cannot be what a key asks for. */
export function noValue(key: Key, typed: string, lexicon: Lexicon): Problem {
  switch (key) {
    case 'region':
    case 'origin':
    case 'destination':
      return noPlace(typed, lexicon);
    case 'vs':
      return looksLikeDate(typed, lexicon)
        ? (suggest) => unknownAgainst(typed, suggest.trend({ against: 'lastYear' }))
        : noPlace(typed, lexicon);
    case 'since':
    case 'until':
      return noDate(typed, lexicon);
    case 'between':
      return looksLikeDate(typed, lexicon) ? noDate(typed, lexicon) : noPlace(typed, lexicon);
    case 'mode':
      return noMode(typed, lexicon);
    case 'by':
      return noBreakdown(typed, lexicon);
    case 'show':
      return (suggest) => unknownShow(typed, suggest.table);
    case 'measure':
      return (suggest) => onlyTrips(typed, suggest.any);
    default:
      return key satisfies never;
  }
}
