import type { Against, Grain, Show } from '#src/grammar/ask.ts';
import { type Command, commands, type Later } from '#src/grammar/keys.ts';
import {
  againstWords,
  commandWords,
  grainWords,
  laterWords,
  wordLists,
} from '#src/grammar/word-lists.ts';

/** What a small word does in a question. A suspect (`…Like`) must be part of a name or date that we know. `later` cannot be asked yet. */
export type Role =
  | { readonly kind: keyof typeof wordLists }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'grain'; readonly grain: Grain }
  | { readonly kind: 'against'; readonly against: Against }
  | { readonly kind: 'show'; readonly show: Show | undefined }
  | { readonly kind: 'later'; readonly what: Later };

/** What says how an answer is shown; `undefined` is the chart. */
export const showPhrases: Readonly<Record<string, Show | undefined>> = {
  table: 'table',
  'as a table': 'table',
  'in a table': 'table',
  chart: undefined,
  graph: undefined,
  plot: undefined,
  'as a chart': undefined,
};

/** Names of grains that mean something else where they stand alone in free text. */
const onlyAfterBy = new Set(['week', 'weeks', 'day', 'days', 'mode', 'modes', 'transport']);

const grains = spread(grainWords, (grain) => ({ kind: 'grain', grain }));

const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...spread(wordLists, (kind) => ({ kind })),
  ...spread(laterWords, (what) => ({ kind: 'later', what })),
  ...spread(againstWords, (against) => ({ kind: 'against', against })),
  ...grains.filter(([phrase]) => !onlyAfterBy.has(phrase)),
  ...Object.entries(showPhrases).map(([phrase, show]): [string, Role] => [
    phrase,
    { kind: 'show', show },
  ]),
  ...commands.map((command): [string, Role] => [command, { kind: 'command', command }]),
  ...spread(commandWords, (command) => ({ kind: 'command', command })),
]);

const grainOf: ReadonlyMap<string, Role> = new Map(grains);

function spread<Name extends string>(
  lists: Readonly<Record<Name, string>>,
  role: (name: Name) => Role,
): [string, Role][] {
  // `Object.keys` forgets that the keys are exactly those of the record.
  return (Object.keys(lists) as Name[]).flatMap((name) =>
    lists[name].split(',').map((phrase): [string, Role] => [phrase.trim(), role(name)]),
  );
}

/** The role of a folded phrase, if it is one of the small words of a question. The list is English and knows no country. */
export function roleOf(phrase: string): Role | undefined {
  return roles.get(phrase);
}

/** The grain that a folded phrase names after the key `by`. */
export function grainNamed(phrase: string): Role | undefined {
  return grainOf.get(phrase);
}

/** Whether a word must be part of a name or date that we know. */
export function isSuspect(role: Role): boolean {
  return (
    role.kind === 'dateLike' ||
    role.kind === 'timeLike' ||
    role.kind === 'placeLike' ||
    role.kind === 'modeLike'
  );
}
