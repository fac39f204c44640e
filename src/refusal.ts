import { type Key, keys, type Later } from '#src/grammar/keys.ts';
import { listed } from '#src/grammar/listed.ts';

/**
 * A question we do not answer: a value, for the asker. `message` says what happened, `next` what to try.
 * Both are plain text: words of the asker appear only through `quoteAsker`. `next` ends with a question that works, after "Try: ".
 */
export type Refusal = {
  readonly kind: 'notUnderstood' | 'outOfRange' | 'tooBroad' | 'noData' | 'busy' | 'notPermitted';
  readonly message: string;
  readonly next: string;
};

/** No release answers: none was approved yet, or the last one was withdrawn. */
export const noRelease: Refusal = {
  kind: 'noData',
  message: 'No release of the data is live at present, so nothing can be answered.',
  next: 'A data owner can see why, and make one live, with: npm run release -- list',
};

/** Another process has the state open, so what would be answered cannot be recorded. */
export const notRecorded: Refusal = {
  kind: 'busy',
  message:
    'Answers about real data are recorded, and another program has the records open at present, so this one is not given.',
  next: 'Ask that program, or try again once it has ended.',
};

/** More is asked at once than is worked on at a time. */
export const busy: Refusal = {
  kind: 'busy',
  message: 'Many people are asking at present, so this was not looked at.',
  next: 'Please try again in a minute.',
};

/** Somebody's own answers wait. */
export const busyPerson: Refusal = {
  kind: 'busy',
  message: 'Several answers of yours are still on their way, so this question was not taken.',
  next: 'Wait for them, then ask again.',
};

/** A channel takes about one message a second, and many answers wait for it. */
export const busyChannel: Refusal = {
  kind: 'busy',
  message: 'Many answers to this channel are still on their way, so this question was not taken.',
  next: 'Ask again in a minute.',
};

/** Reading the data is paid for, and the channel has had its share. */
export const allowanceSpent: Refusal = {
  kind: 'busy',
  message: "Today's allowance for reading the data is used up in this channel.",
  next: 'Ask again tomorrow. If you need it today, ask whoever runs this service to raise it.',
};

/** Slack lets no more be read for now. */
export const slackBusy: Refusal = {
  kind: 'busy',
  message: 'Slack is taking no more requests for now, so this question was not taken.',
  next: 'Ask again in a minute.',
};

/** What Slack delivered is not what it should be, so it is not known what was asked. */
export const unreadable: Refusal = {
  kind: 'notUnderstood',
  message: 'Something in this request could not be read, so nothing was done.',
  next: 'Please try again. If it happens again, tell whoever runs this service.',
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
function firstFew(items: readonly string[], joint: 'and' | 'or'): string {
  return listed(
    items.length > 4 ? [...items.slice(0, 4), `${items.length - 4} more`] : items,
    joint,
  );
}

function notUnderstood(message: string, next: string): Refusal {
  return { kind: 'notUnderstood', message, next };
}

const attempt = (example: string) => `Try: ${example}`;

/** The question is empty. */
export function nothingAsked(example: string): Refusal {
  return notUnderstood('You have not asked anything yet.', attempt(example));
}

/** The question has more characters than we read. `limit`: how many those are. */
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

/** A word before a colon that is no key. `nearest`: the key it may be, if any is near. */
export function unknownKey(typed: string, nearest: string | undefined, example: string): Refusal {
  const known =
    nearest === undefined ? `You can use ${listed(keys, 'or')}.` : `Did you mean ${nearest}?`;
  return notUnderstood(
    `There is no key called ${quoteAsker(typed)}.`,
    `${known} ${attempt(example)}`,
  );
}

/** A key with nothing after it. */
export function emptyValue(key: Key, example: string): Refusal {
  return notUnderstood(`Nothing follows the word ${key}.`, attempt(example));
}

/** A key, or what a key says, given more than once. */
export function givenTwice(key: Key, example: string): Refusal {
  return notUnderstood(`You gave ${key} more than once.`, `Keep one of them. ${attempt(example)}`);
}

const laterIdeas: Readonly<Record<Later, string>> = {
  breakdown: 'This breakdown',
  detail: 'More detail',
  map: 'A map',
  digest: 'A digest',
  watch: 'A watch',
  exclusion: 'Leaving something out',
  purpose: 'The purpose of trips',
};

/** Something of the planned grammar that is not built. */
export function notYet(what: Later, typed: string, example: string): Refusal {
  return notUnderstood(
    `${laterIdeas[what]} (${quoteAsker(typed)}) cannot be asked yet.`,
    `You can use ${listed(keys, 'or')}. ${attempt(example)}`,
  );
}

/** Two things asked for at once, such as events and status. */
export function twoCommands(commands: readonly string[], example: string): Refusal {
  return notUnderstood(
    `You asked for ${firstFew(commands, 'and')} at once.`,
    `Ask for one at a time. ${attempt(example)}`,
  );
}

/** A list of events asked for with more than a place. */
export function eventsOfOnePlace(example: string): Refusal {
  return notUnderstood(
    'A list of events can be narrowed to one place and to nothing else.',
    attempt(example),
  );
}

/** A question that needs a place and names none. */
export function placeNeeded(example: string): Refusal {
  return notUnderstood('Your question does not say which place you mean.', attempt(example));
}

/** `nearest`: labels of places it may be, best first, each of which can be typed. */
export function unknownPlace(typed: string, nearest: readonly string[], example: string): Refusal {
  const guess = nearest.length === 0 ? '' : `Did you mean ${firstFew(nearest, 'or')}? `;
  return notUnderstood(`We know no place called ${quoteAsker(typed)}.`, guess + attempt(example));
}

/** `labels`: each can be typed. */
export function ambiguousPlace(typed: string, labels: readonly string[], example: string): Refusal {
  return notUnderstood(
    `The name ${quoteAsker(typed)} may mean ${firstFew(labels, 'or')}.`,
    attempt(example),
  );
}

/** Places named one after the other, without a word between that says what they are to one another. */
export function severalPlaces(names: readonly string[], example: string): Refusal {
  return notUnderstood(
    `You named more than one place: ${firstFew(names, 'and')}.`,
    `Put commas between places to see them side by side, or + to count them together. ${attempt(example)}`,
  );
}

/** Some of a list are to be counted together, others side by side. */
export function mixedList(example: string): Refusal {
  return notUnderstood(
    'Places can be side by side, with commas, or counted together, with +, and not both.',
    attempt(example),
  );
}

/** Where trips end was said twice. */
export function endsTwice(names: readonly string[], example: string): Refusal {
  return notUnderstood(
    `You said more than once where trips end: ${firstFew(names, 'and')}.`,
    `Region and destination mean the same. Keep one of them. ${attempt(example)}`,
  );
}

/** Places side by side, and where trips start. */
export function endsOnly(example: string): Refusal {
  return notUnderstood(
    'Places side by side are compared by the trips that end in them, and not by where trips start.',
    `To count places together, put + between them. ${attempt(example)}`,
  );
}

/** `needing`: "A comparison needs". `name`: the only place named, if there is one. */
export function placesNeeded(needing: string, name: string | undefined, example: string): Refusal {
  const named = name === undefined ? 'none' : `${name} only`;
  return notUnderstood(`${needing} at least two places, and you named ${named}.`, attempt(example));
}

/** More places to compare than one chart can hold. `most`: how many that is. */
export function tooManyPlaces(count: number, most: number, example: string): Refusal {
  return {
    kind: 'tooBroad',
    message: `That is ${count} places side by side: we show at most ${most}.`,
    next: `Name fewer, or ask about a larger level. ${attempt(example)}`,
  };
}

/** Flows between more places than one grid can hold. `most`: how many that is. */
export function tooManyFlows(count: number, most: number, example: string): Refusal {
  return {
    kind: 'tooBroad',
    message: `Flows between ${count} places are too many to show: at most ${most} can be asked.`,
    next: `Name fewer places, or ask about one of them. ${attempt(example)}`,
  };
}

/** `level`: places of that kind, in the plural. */
export function noPartsOf(name: string | undefined, level: string, example: string): Refusal {
  return notUnderstood(
    `${name ?? 'The whole area'} is not made up of several ${level}.`,
    attempt(example),
  );
}

/** Something that can be asked of one place and not of several side by side. */
export function onePlaceAtATime(example: string): Refusal {
  return notUnderstood(
    'Places side by side are shown by week and against the weeks before. Other ways are for one place at a time.',
    attempt(example),
  );
}

/** All places of a level, next to places by name. */
export function levelAndPlaces(example: string): Refusal {
  return notUnderstood(
    'Places of a level can be asked for inside a place, and not next to other places.',
    attempt(example),
  );
}

/** Something else than what weeks can be held against. */
export function unknownAgainst(typed: string, example: string): Refusal {
  return notUnderstood(
    `A comparison is with the usual, with last year or with another place, not with ${quoteAsker(typed)}.`,
    attempt(example),
  );
}

/** Flows are of one place to or from all, or between places. */
export function oneEndOfFlows(example: string): Refusal {
  return notUnderstood(
    'Flows go to one place, from one place, or between places, and yours name something else.',
    attempt(example),
  );
}

/** Flows asked for over time, by a breakdown of theirs, or against something. */
export function flowsCannot(example: string): Refusal {
  return notUnderstood(
    'Flows are counted over one period: they are not shown by week, day or type of transport, nor held against anything.',
    attempt(example),
  );
}

/** A period without a whole week. `weeks`: those around it, in words. */
export function noWeekWithin(
  from: string,
  to: string,
  weeks: readonly string[],
  example: string,
): Refusal {
  return {
    kind: 'outOfRange',
    message: `We count whole weeks, Monday to Sunday, and none lies within ${from} to ${to}.`,
    next: `Around it are ${firstFew(weeks, 'and')}. ${attempt(example)}`,
  };
}

/** `choices`: what an answer can be shown by. */
export function unknownBreakdown(
  typed: string,
  choices: readonly string[],
  example: string,
): Refusal {
  return notUnderstood(
    `An answer cannot be shown by ${quoteAsker(typed)}.`,
    `You can use ${listed(choices, 'or')}. ${attempt(example)}`,
  );
}

/** A way to show an answer that there is not. */
export function unknownShow(typed: string, example: string): Refusal {
  return notUnderstood(
    `An answer cannot be shown as ${quoteAsker(typed)}.`,
    `You can use chart or table. ${attempt(example)}`,
  );
}

/** A measure that the data do not have, such as journey times. */
export function onlyTrips(typed: string, example: string): Refusal {
  return notUnderstood(
    `These data have trips only, so ${quoteAsker(typed)} cannot be asked.`,
    attempt(example),
  );
}

/** A type of transport asked for day by day. */
export function allTransportOnly(example: string): Refusal {
  return notUnderstood(
    'Figures of days are for all transport only, so a type of transport cannot be asked by day.',
    attempt(example),
  );
}

/** Trips asked for by day and by where they start. */
export function endsOnlyByDay(example: string): Refusal {
  return notUnderstood(
    'Figures of days are by where trips end only, so where they start cannot be asked by day.',
    attempt(example),
  );
}

/** The year before asked for by anything but weeks. */
export function onlyByWeek(example: string): Refusal {
  return notUnderstood('A comparison with the year before is by week only.', attempt(example));
}

/** One type of transport to be told apart from no other. */
export function byModeOfOne(example: string): Refusal {
  return notUnderstood(
    'By type of transport needs at least two types, and you named one.',
    attempt(example),
  );
}

/** Types of transport asked for where the release tells none apart. */
export function noModes(example: string): Refusal {
  return notUnderstood(
    'These data do not tell types of transport apart, so nothing can be shown by them.',
    attempt(example),
  );
}

/** After "between", one date and no other. */
export function secondDateNeeded(typed: string, example: string): Refusal {
  return notUnderstood(
    `Between needs two dates, and we found ${quoteAsker(typed)} only.`,
    attempt(example),
  );
}

/** A period added to that of the question before. */
export function onePeriod(example: string): Refusal {
  return notUnderstood(
    'A question is about one period, so another cannot be added to it.',
    `Name the one that you mean by itself. ${attempt(example)}`,
  );
}

/** A period that is not over in the data. */
export function notPast(typed: string, lastDay: string, example: string): Refusal {
  return {
    kind: 'outOfRange',
    message: `The data end on ${lastDay}, so ${quoteAsker(typed)} cannot be asked.`,
    next: `You can ask for the last week. ${attempt(example)}`,
  };
}

/** A word that is neither date nor event, but near the event `nearest`, which holds in the place. */
export function misspeltEvent(typed: string, nearest: string, example: string): Refusal {
  return notUnderstood(noDateCalled(typed), `Did you mean ${nearest}? ${attempt(example)}`);
}

/** When something was is asked, and not what became of trips. */
export function asksForDate(example: string): Refusal {
  return notUnderstood(
    'Your question asks when something was. The list of events has the dates.',
    attempt(example),
  );
}

/** The days of the week are told side by side, and not one of them. */
export function notOneWeekday(typed: string, example: string): Refusal {
  return notUnderstood(
    `We cannot tell ${quoteAsker(typed)} by itself: the days of the week are shown side by side.`,
    attempt(example),
  );
}

/** The end of an event, or the start of one that is itself an end, that has no date of its own. */
export function otherEndOf(
  typed: string,
  slug: string,
  turn: 'end' | 'start',
  example: string,
): Refusal {
  const is = turn === 'end' ? 'the day it began' : 'itself the day of an end';
  return notUnderstood(
    `The events have no date for ${quoteAsker(typed)}: ${slug} is ${is}.`,
    attempt(example),
  );
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

/** A year of two figures. `likely`: the date it may be. */
export function shortYear(typed: string, likely: string, example: string): Refusal {
  return notUnderstood(
    `The year in ${quoteAsker(typed)} needs four figures.`,
    `Did you mean ${likely}? ${attempt(example)}`,
  );
}

/** `likely`: the dates it may be. */
export function yearNeeded(typed: string, likely: readonly string[], example: string): Refusal {
  const guess = likely.length === 0 ? '' : `Did you mean ${firstFew(likely, 'or')}? `;
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

/** A period whose end lies before its start, both in words. */
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
    message: `The event ${slug} holds in parts of ${place} only: ${firstFew(held, 'and')}.`,
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
    message: `For ${place} as a whole ${slug} is not one date: ${firstFew(held, 'and')}.`,
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
    message: `We have no date called ${slug} for ${place}, only for ${firstFew(places, 'and')}.`,
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
    `You can use ${firstFew(modes, 'or')}. ${attempt(example)}`,
  );
}
