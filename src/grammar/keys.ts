import type { Ask } from '#src/grammar/ask.ts';

/** What a question can be asked with. */
export const keys = [
  'region',
  'origin',
  'destination',
  'since',
  'until',
  'between',
  'by',
  'mode',
  'measure',
  'vs',
  'show',
] as const;

/** A word that stands before a colon and says what follows. */
export type Key = (typeof keys)[number];

/** What can be asked for. */
export const commands = [
  'trend',
  'compare',
  'flows',
  'method',
  'events',
  'status',
  'help',
] as const satisfies readonly Ask['command'][];

/** One of them. */
export type Command = (typeof commands)[number];

/** Everything that is recognised and cannot be asked yet. */
export type Later = 'detail' | 'map' | 'digest' | 'watch' | 'exclusion' | 'purpose' | 'breakdown';

/** Keys that cannot be asked yet, by what they would ask for. */
const laterKeys: ReadonlyMap<string, Later> = new Map([
  ['detail', 'detail'],
  ['map', 'map'],
  ['digest', 'digest'],
  ['watch', 'watch'],
  ['purpose', 'purpose'],
  ['hour', 'breakdown'],
  ['time', 'breakdown'],
  ['age', 'breakdown'],
  ['sex', 'breakdown'],
  ['distance', 'breakdown'],
  ['without', 'exclusion'],
  ['exclude', 'exclusion'],
  ['except', 'exclusion'],
  ['not', 'exclusion'],
]);

/** Whether a word, folded, is a key. */
export function isKey(word: string): word is Key {
  return keys.some((key) => key === word);
}

/** What an unbuilt key would ask for; undefined of any other word. */
export function laterOf(key: string): Later | undefined {
  return laterKeys.get(key);
}

/** Whether a word, folded, is a command. */
export function isCommand(word: string): word is Command {
  return commands.some((command) => command === word);
}
