import type { Mode } from '#src/grammar/ask.ts';
import { fold } from '#src/grammar/words.ts';

/** A kind of transport by a word for it. `isPart`: the word names only a part of what the data count as one. */
export type ModeWord = { readonly mode: Mode; readonly isPart: boolean };

/** Everyday words that mean the same; each applies only where one of its line is a word of one declared kind of transport. */
const synonyms = `rail train trains railway railways
tube underground metro subway
walking walk walks walked foot pedestrian pedestrians
cycling cycle cycles cycled bike bikes bicycle bicycles
car cars drive drives driving driven
bus buses coach coaches
tram trams tramway
ferry ferries boat boats
taxi taxis cab cabs
lorry lorries truck trucks
air plane planes flight flights flying`
  .split('\n')
  .map((line) => line.split(' '));

const joining = new Set(['and', 'or', 'other', 'all', 'transport', 'by', 'on', 'of', 'the']);

/** Every word or phrase for a kind of transport: labels, values, the words of either that belong to one kind only, and synonyms of those. */
export function modeWords(modes: readonly Mode[]): ReadonlyMap<string, ModeWord> {
  const whole = modes.flatMap(({ value, label }, i) =>
    [label, value].map((text): [string, number] => [fold(text), i]),
  );
  const parts = modes.flatMap(({ value, label }, i) =>
    wordsIn(`${label} ${value}`).map((word): [string, number] => [word, i]),
  );
  const known = new Map([...onlyOnes(parts), ...whole]);
  const alike = synonyms.flatMap((words) => alikeIn(words, known));
  const wholes = new Set(whole.map(([text]) => text));
  const found = new Map([...alike.map(({ word, mode }) => [word, mode] as const), ...known]);
  const targets = new Map(alike.map(({ word, target }) => [word, target]));
  return new Map(
    [...found].flatMap(([word, index]) => {
      const mode = modes[index];
      const isPart = !wholes.has(word) && !wholes.has(targets.get(word) ?? word);
      return mode === undefined ? [] : [[word, { mode, isPart }]];
    }),
  );
}

function wordsIn(text: string): readonly string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word.length > 2 && !joining.has(word));
}

/** Those that belong to one kind of transport only. */
function onlyOnes(entries: readonly (readonly [string, number])[]): readonly [string, number][] {
  const groups = Map.groupBy(entries, ([word]) => word);
  return [...groups].flatMap(([word, group]) => {
    const owners = new Set(group.map(([, mode]) => mode));
    const [only] = owners;
    return only === undefined || owners.size > 1 ? [] : [[word, only]];
  });
}

/** The words of a line of synonyms, if those of them that are known mean one kind of transport. */
function alikeIn(
  words: readonly string[],
  known: ReadonlyMap<string, number>,
): readonly { readonly word: string; readonly mode: number; readonly target: string }[] {
  const targets = words.filter((word) => known.has(word));
  const owners = new Set(targets.map((word) => known.get(word)));
  const [mode] = owners;
  const [target] = targets;
  if (mode === undefined || target === undefined || owners.size > 1) return [];
  return words.filter((word) => !known.has(word)).map((word) => ({ word, mode, target }));
}
