import type { DataAsk } from '#src/grammar/ask.ts';
import { commands, type Command } from '#src/grammar/keys.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { addDays } from '#src/week.ts';
import { someCompare } from '#test/attack/some-compare.ts';
import { someFlows } from '#test/attack/some-flows.ts';
import { maybe, someDay } from '#test/attack/some-parts.ts';
import { someTrend } from '#test/attack/some-trend.ts';
import { pick } from '#test/attack/seeded.ts';

type Rng = () => number;
type QuestionMaker = (rng: Rng, vocabulary: Vocabulary) => string;

/** In words, as people type. */
function trendWords(rng: Rng, vocabulary: Vocabulary): string {
  const { name } = pick(rng, vocabulary.areas);
  const mode = maybe(rng, 0.5, () => ` by ${pick(rng, vocabulary.modes).label.toLowerCase()}`);
  const since = maybe(rng, 0.5, () => ` since ${someDay(rng, vocabulary)}`);
  return `trips in ${name}${mode ?? ''}${since ?? ''}`;
}

/** What cannot be answered: a refusal is a face too. */
function refusedText(rng: Rng, vocabulary: Vocabulary): string {
  const [one, other] = [pick(rng, vocabulary.areas).name, pick(rng, vocabulary.areas).name];
  const mode = pick(rng, vocabulary.modes).value;
  return pick(rng, [
    `region:${one} by:purpose`,
    `region:${one} by:day mode:${mode}`,
    `origin:${one} destination:${other} by:weekday`,
    `compare ${one}`,
    `flows origin:${one}+${other}`,
    `region:${one},${other} vs:last-year`,
    `region:${one} since:${addDays(vocabulary.lastDay, 30)}`,
    `region:${one} detail:model`,
  ]);
}

const someData: Readonly<
  Record<DataAsk['command'], (rng: Rng, vocabulary: Vocabulary) => DataAsk>
> = { trend: someTrend, compare: someCompare, flows: someFlows };

/** How each command is asked: a new command does not compile until it has a maker here. */
const makers: Readonly<Record<Command, QuestionMaker>> = {
  trend: (rng, vocabulary) =>
    rng() < 0.95 ? usage(someTrend(rng, vocabulary), vocabulary) : trendWords(rng, vocabulary),
  compare: (rng, vocabulary) => usage(someCompare(rng, vocabulary), vocabulary),
  flows: (rng, vocabulary) => usage(someFlows(rng, vocabulary), vocabulary),
  method: (rng, vocabulary) => {
    const about = maybe(rng, 0.95, () =>
      someData[pick(rng, ['trend', 'trend', 'compare', 'flows'] as const)](rng, vocabulary),
    );
    return usage({ command: 'method', about }, vocabulary);
  },
  events: (rng, vocabulary) => {
    const region = maybe(rng, 0.7, () => pick(rng, vocabulary.areas));
    return usage({ command: 'events', region }, vocabulary);
  },
  status: () => 'status',
  help: () => 'help',
};

/** Commands that tell numbers of the data: asked most of the time, and each as often as it stands here. */
const telling: readonly Command[] = [
  ...Array.from({ length: 6 }, () => 'trend' as const),
  ...Array.from({ length: 4 }, () => 'flows' as const),
  'compare',
  'method',
];

function someQuestion(rng: Rng, vocabulary: Vocabulary): string {
  const kind = rng();
  if (kind < 0.04) return refusedText(rng, vocabulary);
  const command = pick(rng, kind < 0.08 ? commands : telling);
  return makers[command](rng, vocabulary);
}

/** `count` random questions that overlap in places, modes and weeks; the same for the same random numbers. Some are refused. */
export const someQuestions = (count: number, rng: Rng, vocabulary: Vocabulary): readonly string[] =>
  Array.from({ length: count }, () => someQuestion(rng, vocabulary));
