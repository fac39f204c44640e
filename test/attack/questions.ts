import type { Ask } from '#src/grammar/ask.ts';
import { commands, type Command } from '#src/grammar/keys.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { addDays, dayNumber, type IsoDate } from '#src/week.ts';
import { between, pick } from '#test/attack/seeded.ts';

type Rng = () => number;
type QuestionMaker = (rng: Rng, vocabulary: Vocabulary) => string;
type When = Extract<Ask, { command: 'trend' }>['since'];

const maybe = <T>(rng: Rng, chance: number, value: () => T): T | undefined =>
  rng() < chance ? value() : undefined;

function someDay(rng: Rng, { firstDay, lastDay }: Vocabulary): IsoDate {
  return addDays(firstDay, between(rng, 14, dayNumber(lastDay) - dayNumber(firstDay)));
}

function someDate(rng: Rng, vocabulary: Vocabulary): When {
  return { date: someDay(rng, vocabulary), event: undefined };
}

/** A day, or an event by its name: whether it holds in the place is for the parser to say. */
function someSince(rng: Rng, vocabulary: Vocabulary): When {
  if (rng() < 0.7) return someDate(rng, vocabulary);
  const event = pick(rng, vocabulary.events);
  return { date: event.date, event };
}

function trendText(rng: Rng, vocabulary: Vocabulary): string {
  const ask = {
    command: 'trend' as const,
    region: pick(rng, vocabulary.areas),
    since: maybe(rng, 0.5, () => someSince(rng, vocabulary)),
    until: maybe(rng, 0.6, () => someDate(rng, vocabulary)),
    mode: maybe(rng, 0.6, () => pick(rng, vocabulary.modes)),
  };
  return usage(ask, vocabulary);
}

/** In words, as people type. */
function trendWords(rng: Rng, vocabulary: Vocabulary): string {
  const { name } = pick(rng, vocabulary.areas);
  const mode = maybe(rng, 0.5, () => ` by ${pick(rng, vocabulary.modes).label.toLowerCase()}`);
  const since = maybe(rng, 0.5, () => ` since ${someDay(rng, vocabulary)}`);
  return `trips in ${name}${mode ?? ''}${since ?? ''}`;
}

/** What the grammar knows of but cannot answer yet, and lists: a refusal is a face too. */
function refusedText(rng: Rng, vocabulary: Vocabulary): string {
  const [one, other] = [pick(rng, vocabulary.areas).name, pick(rng, vocabulary.areas).name];
  return pick(rng, [
    `region:${one},${other}`,
    `region:${one} vs:${other}`,
    `region:${one} by:mode`,
    `origin:${one} destination:${other}`,
    `flows region:${one}`,
    `compare ${one} and ${other}`,
    `region:all mode:${pick(rng, vocabulary.modes).value}`,
    `region:${one} since:${addDays(vocabulary.lastDay, 30)}`,
  ]);
}

/** How each command is asked: a new command does not compile until it has a maker here. */
const makers: Readonly<Record<Command, QuestionMaker>> = {
  trend: (rng, vocabulary) => (rng() < 0.9 ? trendText : trendWords)(rng, vocabulary),
  events: (rng, vocabulary) => {
    const region = maybe(rng, 0.7, () => pick(rng, vocabulary.areas));
    return usage({ command: 'events', region }, vocabulary);
  },
  status: () => 'status',
  help: () => 'help',
};

/** Commands that tell numbers of the data: asked most of the time. */
const telling: readonly Command[] = ['trend'];

function someQuestion(rng: Rng, vocabulary: Vocabulary): string {
  const kind = rng();
  if (kind < 0.04) return refusedText(rng, vocabulary);
  const command = pick(rng, kind < 0.1 ? commands : telling);
  return makers[command](rng, vocabulary);
}

/** `count` random questions that overlap in places, modes and weeks; the same for the same random numbers. Some are refused. */
export const someQuestions = (count: number, rng: Rng, vocabulary: Vocabulary): readonly string[] =>
  Array.from({ length: count }, () => someQuestion(rng, vocabulary));
