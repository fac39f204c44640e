/** What a question can be asked with. */
export const keys = ['region', 'since', 'until', 'mode'] as const;

export type Key = (typeof keys)[number];

/** What can be asked for. */
export const commands = ['trend', 'events', 'status', 'help'] as const;

export type Command = (typeof commands)[number];

/** Keys of the planned grammar that cannot be asked yet. */
export const laterKeys = [
  'origin',
  'destination',
  'between',
  'by',
  'measure',
  'vs',
  'show',
  'detail',
] as const;

/** Everything that is recognised and cannot be asked yet: later keys, later commands, and ideas that have neither. */
export type Later =
  | (typeof laterKeys)[number]
  | 'compare'
  | 'flows'
  | 'map'
  | 'digest'
  | 'watch'
  | 'method'
  | 'several'
  | 'exclusion'
  | 'purpose';

export function isKey(word: string): word is Key {
  return keys.some((key) => key === word);
}

export function isLaterKey(word: string): word is (typeof laterKeys)[number] {
  return laterKeys.some((key) => key === word);
}

export function isCommand(word: string): word is Command {
  return commands.some((command) => command === word);
}
