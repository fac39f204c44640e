import type { Key, Later } from '#src/grammar/keys.ts';

/**
 * A question we do not answer: a value, for the asker. `message` says what happened, `next` what to try.
 * Both are plain text: words of the asker appear only through `quoteAsker`. `next` ends with a question that works, after "Try: ".
 */
export type Refusal = {
  readonly kind: 'notUnderstood' | 'outOfRange' | 'tooBroad';
  readonly message: string;
  readonly next: string;
};

const longestQuote = 40;

/**
 * The only way to repeat the asker's words: letters, figures and plain joining marks, at most 40 characters, in single quotation marks.
 * Says "that" if nothing of them can be repeated.
 */
export function quoteAsker(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ,.'’/+-]/gu, ' ')
    .replace(/(?<!\d)[./]|[./](?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = Array.from(plain);
  const cut =
    letters.length > longestQuote
      ? `${letters
          .slice(0, longestQuote - 1)
          .join('')
          .trimEnd()}…`
      : plain;
  return /[\p{L}\p{N}]/u.test(cut) ? `‘${cut}’` : 'that';
}

/** "a, b or c": at most four of the items, and how many more there are. */
function listed(items: readonly string[], joint: 'and' | 'or'): string {
  const said = items.length > 4 ? [...items.slice(0, 4), `${items.length - 4} more`] : items;
  return said.length < 2
    ? said.join('')
    : `${said.slice(0, -1).join(', ')} ${joint} ${said.at(-1)}`;
}

function notUnderstood(message: string, next: string): Refusal {
  return { kind: 'notUnderstood', message, next };
}

const attempt = (example: string) => `Try: ${example}`;

export function nothingAsked(example: string): Refusal {
  return notUnderstood('You have not asked anything yet.', attempt(example));
}

export function tooLong(limit: number, example: string): Refusal {
  return notUnderstood(
    `Your question is too long: we read at most ${limit} characters.`,
    attempt(example),
  );
}

/** Nothing in the question, or too little of it, means anything to us. */
export function meaningless(typed: string, example: string): Refusal {
  return notUnderstood(`We did not understand ${quoteAsker(typed)}.`, attempt(example));
}

export function unknownKey(
  typed: string,
  keys: readonly string[],
  nearest: string | undefined,
  example: string,
): Refusal {
  const known =
    nearest === undefined ? `You can use ${listed(keys, 'or')}.` : `Did you mean ${nearest}?`;
  return notUnderstood(
    `There is no key called ${quoteAsker(typed)}.`,
    `${known} ${attempt(example)}`,
  );
}

export function emptyValue(key: Key, example: string): Refusal {
  return notUnderstood(`Nothing follows the word ${key}.`, attempt(example));
}

/** A key, or what a key says, given more than once. */
export function givenTwice(key: Key, example: string): Refusal {
  return notUnderstood(`You gave ${key} more than once.`, `Keep one of them. ${attempt(example)}`);
}

const laterIdeas: Readonly<Record<Later, string>> = {
  origin: 'Where trips start',
  destination: 'A destination other than the region',
  between: 'Anything between two dates or places',
  by: 'A breakdown',
  measure: 'Another measure than trips',
  vs: 'A comparison',
  show: 'Another way of showing the answer',
  detail: 'More detail',
  compare: 'A comparison',
  flows: 'Flows from place to place',
  map: 'A map',
  digest: 'A digest',
  watch: 'A watch',
  method: 'The method',
  several: 'More than one place or kind of transport at a time',
  exclusion: 'Leaving something out',
  purpose: 'The purpose of trips',
};

/** Something of the planned grammar that is not built. */
export function notYet(what: Later, typed: string, example: string): Refusal {
  return notUnderstood(
    `${laterIdeas[what]} (${quoteAsker(typed)}) cannot be asked yet.`,
    `You can use region, since, until and mode. ${attempt(example)}`,
  );
}

export function twoCommands(commands: readonly string[], example: string): Refusal {
  return notUnderstood(
    `You asked for ${listed(commands, 'and')} at once.`,
    `Ask for one at a time. ${attempt(example)}`,
  );
}

export function eventsOfOnePlace(example: string): Refusal {
  return notUnderstood(
    'A list of events can be narrowed to a place and to nothing else.',
    attempt(example),
  );
}

export function placeNeeded(example: string): Refusal {
  return notUnderstood('Your question does not say which place you mean.', attempt(example));
}

/** `nearest`: labels of places it may be, best first, each of which can be typed. */
export function unknownPlace(typed: string, nearest: readonly string[], example: string): Refusal {
  const guess = nearest.length === 0 ? '' : `Did you mean ${listed(nearest, 'or')}? `;
  return notUnderstood(`We know no place called ${quoteAsker(typed)}.`, guess + attempt(example));
}

/** `labels`: each can be typed. */
export function ambiguousPlace(typed: string, labels: readonly string[], example: string): Refusal {
  return notUnderstood(
    `The name ${quoteAsker(typed)} may mean ${listed(labels, 'or')}.`,
    attempt(example),
  );
}

export function severalPlaces(names: readonly string[], example: string): Refusal {
  return notUnderstood(
    `You named more than one place: ${listed(names, 'and')}.`,
    `Ask about one at a time. ${attempt(example)}`,
  );
}

/** A word that is neither date nor event, but near the event `nearest`, which holds in the place. */
export function misspeltEvent(typed: string, nearest: string, example: string): Refusal {
  return notUnderstood(noDateCalled(typed), `Did you mean ${nearest}? ${attempt(example)}`);
}

/** A word that is neither date nor event. `day`: one day in both ways of writing it. `example`: shows the events. */
export function unknownDate(
  typed: string,
  day: { readonly iso: string; readonly said: string },
  example: string,
): Refusal {
  const next = `Write a date as ${day.iso} or ${day.said}, or see what events there are.`;
  return notUnderstood(noDateCalled(typed), `${next} ${attempt(example)}`);
}

function noDateCalled(typed: string): string {
  return `We know no date or event called ${quoteAsker(typed)}.`;
}

/** `said`: what was typed, as a date in words. */
export function noSuchDay(said: string, example: string): Refusal {
  return notUnderstood(`${said} is not a date.`, attempt(example));
}

/** Figures that cannot be day, month and year. `swapped`: the day that they would be, month first. */
export function notADate(typed: string, swapped: string | undefined, example: string): Refusal {
  const guess = swapped === undefined ? '' : `Did you mean ${swapped}? `;
  return notUnderstood(
    `Read as day, month and year, ${quoteAsker(typed)} is not a date.`,
    guess + attempt(example),
  );
}

export function shortYear(typed: string, likely: string, example: string): Refusal {
  return notUnderstood(
    `The year in ${quoteAsker(typed)} needs four figures.`,
    `Did you mean ${likely}? ${attempt(example)}`,
  );
}

/** `likely`: the dates it may be. */
export function yearNeeded(typed: string, likely: readonly string[], example: string): Refusal {
  const guess = likely.length === 0 ? '' : `Did you mean ${listed(likely, 'or')}? `;
  return notUnderstood(`The date ${quoteAsker(typed)} needs a year.`, guess + attempt(example));
}

/** Dates are said in words: "19 January 2022". */
export function outsideData(date: string, first: string, last: string, example: string): Refusal {
  return {
    kind: 'outOfRange',
    message: `${date} is outside the data, which cover ${first} to ${last}.`,
    next: attempt(example),
  };
}

export function endBeforeStart(since: string, until: string, example: string): Refusal {
  return notUnderstood(`The period ends (${until}) before it starts (${since}).`, attempt(example));
}

/** A date without since or until, where it may be either. */
export function startOrEnd(typed: string, example: string): Refusal {
  return notUnderstood(
    `We cannot tell whether ${quoteAsker(typed)} is a start or an end.`,
    `Write since or until before it. ${attempt(example)}`,
  );
}

/** An event that only parts of a place have, all on one date. `held`: as below. */
export function partsOnly(
  slug: string,
  place: string,
  held: readonly string[],
  example: string,
): Refusal {
  return {
    kind: 'tooBroad',
    message: `The event ${slug} holds in parts of ${place} only: ${listed(held, 'and')}.`,
    next: attempt(example),
  };
}

/** `held`: where the event has which date, "England 19 January 2022". */
export function severalDates(
  slug: string,
  place: string,
  held: readonly string[],
  example: string,
): Refusal {
  return {
    kind: 'tooBroad',
    message: `For ${place} as a whole ${slug} is not one date: ${listed(held, 'and')}.`,
    next: attempt(example),
  };
}

/** The data have no whole week up to the end asked for. `first`: the Sunday that ends the first one. */
export function noWholeWeek(first: string, example: string): Refusal {
  return {
    kind: 'outOfRange',
    message: `We count whole weeks, and the first one ends on ${first}.`,
    next: `Ask for a later end. ${attempt(example)}`,
  };
}

/** `places`: where the event has a date. */
export function notInForce(
  slug: string,
  place: string,
  places: readonly string[],
  example: string,
): Refusal {
  return {
    kind: 'outOfRange',
    message: `We have no date called ${slug} for ${place}, only for ${listed(places, 'and')}.`,
    next: attempt(example),
  };
}

/** `modes`: what the release tells apart. */
export function unknownMode(typed: string, modes: readonly string[], example: string): Refusal {
  if (modes.length < 2)
    return notUnderstood(
      `These data do not tell kinds of transport apart, so ${quoteAsker(typed)} cannot be asked.`,
      attempt(example),
    );
  return notUnderstood(
    `We know no kind of transport called ${quoteAsker(typed)}.`,
    `You can use ${listed(modes, 'or')}. ${attempt(example)}`,
  );
}
