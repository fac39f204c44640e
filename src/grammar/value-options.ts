import { dateWords } from '#src/date-words.ts';
import { againstSpelling } from '#src/grammar/against-spelling.ts';
import { bestFirst, type Measure, type Ranked } from '#src/grammar/closeness.ts';
import { showPhrases } from '#src/grammar/connecting-words.ts';
import { eventOptions } from '#src/grammar/event-options.ts';
import type { Key } from '#src/grammar/keys.ts';
import { pluralOf } from '#src/grammar/level-words.ts';
import { type Option, rankOptions } from '#src/grammar/option.ts';
import type { PhraseTyped } from '#src/grammar/phrase-typed.ts';
import { placeOption } from '#src/grammar/place-option.ts';
import { trips } from '#src/grammar/read-measure.ts';
import { rankPlaces } from '#src/grammar/search-places.ts';
import type { Site } from '#src/grammar/site.ts';
import { spellValue } from '#src/grammar/spell-value.ts';
import { againstWords, grainWords, wordLists } from '#src/grammar/word-lists.ts';
import { fold } from '#src/grammar/words.ts';
import type { IsoDate } from '#src/week.ts';

/** More are never shown. */
const mostPlaces = 24;

/** What may stand after a key for what is typed of it, best first: by their beginnings, or with slips, as `measure` says. */
export function valueOptions(
  key: Key,
  typed: PhraseTyped,
  measure: Measure,
  site: Site,
): readonly Option[] {
  const { closed, hasPlaces } = valuesOf(key, site);
  const places = hasPlaces ? rankedPlaces(typed, measure, site) : [];
  const others = rankOptions(closed, typed, measure);
  const isPlaceFirst = key !== 'vs' && !(key === 'between' && !site.commands.has('flows'));
  return bestFirst(isPlaceFirst ? [...places, ...others] : [...others, ...places]);
}

/** The closed list of what may stand after a key, and whether places may as well. */
function valuesOf(
  key: Key,
  site: Site,
): { readonly closed: readonly Option[]; readonly hasPlaces: boolean } {
  switch (key) {
    case 'region':
    case 'origin':
    case 'destination':
      return {
        closed: site.isPlaced ? [] : [everyPlace(), ...everyOfLevel(site)],
        hasPlaces: true,
      };
    case 'since':
      return { closed: [...eventOptions(site), firstDay(site)], hasPlaces: false };
    case 'until':
      return { closed: [...eventOptions(site), lastDay(site)], hasPlaces: false };
    case 'between':
      return {
        closed: [...eventOptions(site), firstDay(site), lastDay(site), ...everyOfLevel(site)],
        hasPlaces: true,
      };
    case 'by':
      return {
        closed: [...spelled(grainWords, (grain) => grain), ...levelOptions(site)],
        hasPlaces: false,
      };
    case 'mode':
      return { closed: modeOptions(site), hasPlaces: false };
    case 'vs':
      return {
        closed: spelled(againstWords, (against) => againstSpelling[against]),
        hasPlaces: true,
      };
    case 'show':
      return { closed: showOptions(), hasPlaces: false };
    case 'measure':
      return {
        closed: [...trips].slice(0, 1).map((usual) => plain(usual, [...trips])),
        hasPlaces: false,
      };
    default:
      return key satisfies never;
  }
}

/** The places for what is typed, without those that the question names. */
export function rankedPlaces(
  typed: PhraseTyped,
  measure: Measure,
  { lexicon, places }: Site,
): readonly Ranked<Option>[] {
  return rankPlaces(typed, measure, lexicon.gazetteer)
    .filter(({ found }) => !places.includes(found))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostPlaces)
    .map(({ found, rank }) => ({ found: placeOption(found, typed, lexicon), rank }));
}

function plain(insert: string, phrases: readonly string[]): Option {
  return {
    kind: 'word',
    insert,
    label: insert,
    hint: undefined,
    spellings: [insert, ...phrases].map(fold),
  };
}

/** One option for each name of a list of words, found by any of its phrases. */
function spelled<Name extends string>(
  lists: Readonly<Record<Name, string>>,
  insertOf: (name: Name) => string,
): readonly Option[] {
  // `Object.keys` forgets that the keys are exactly those of the record.
  return (Object.keys(lists) as Name[]).map((name) =>
    plain(insertOf(name), lists[name].split(',')),
  );
}

function everyPlace(): Option {
  return { ...plain('all', wordLists.everyPlace.split(',')), kind: 'level' };
}

/** Each level of the places in the vocabulary, and all words for it. */
function levelsOf({ lexicon }: Site): readonly (readonly [string, readonly string[]])[] {
  const words = Map.groupBy(lexicon.levels.levels, ([, level]) => level);
  return [...words].map(([level, entries]) => [level, entries.map(([word]) => word)]);
}

function everyOfLevel(site: Site): readonly Option[] {
  return levelsOf(site).map(([level, words]) => ({
    ...plain(spellValue(pluralOf(fold(level))), words),
    kind: 'level',
  }));
}

function levelOptions(site: Site): readonly Option[] {
  return levelsOf(site).map(([level, words]) => ({
    ...plain(spellValue(level), words),
    label: level,
  }));
}

function modeOptions({ lexicon }: Site): readonly Option[] {
  return lexicon.vocabulary.modes.map((mode) => ({
    kind: 'mode',
    insert: spellValue(mode.value),
    label: mode.label,
    hint: undefined,
    spellings: [
      fold(mode.label),
      fold(mode.value),
      ...[...lexicon.modes].filter(([, one]) => one.mode === mode).map(([word]) => word),
    ],
  }));
}

/** The first word for each way to show an answer stands for the others. */
function showOptions(): readonly Option[] {
  const ways = Map.groupBy(Object.entries(showPhrases), ([, show]) => show);
  return [...ways.values()].map((phrases) =>
    plain(
      phrases[0]?.[0] ?? '',
      phrases.map(([phrase]) => phrase),
    ),
  );
}

function firstDay({ lexicon }: Site): Option {
  return dateOption(lexicon.vocabulary.firstDay, 'the first day of the data');
}

function lastDay({ lexicon }: Site): Option {
  return dateOption(lexicon.vocabulary.lastDay, 'the last day of the data');
}

function dateOption(date: IsoDate, hint: string): Option {
  return { ...plain(date, [dateWords(date)]), kind: 'date', hint };
}
