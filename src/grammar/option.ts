import type { Area } from '#src/area.ts';
import { type Measure, ranked, type Ranked } from '#src/grammar/closeness.ts';
import type { PhraseTyped } from '#src/grammar/phrase-typed.ts';

/**
 * Something that may stand in a question. `insert`: as it is typed; `label`, `hint`: for the reader; `spellings`: what it is found by, folded.
 * `kind`: what it is; after a comma one more of the same may stand. `places`: where it holds, if not everywhere.
 */
export type Option = {
  readonly kind: 'place' | 'level' | 'event' | 'date' | 'mode' | 'word';
  readonly insert: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly spellings: readonly string[];
  readonly places?: readonly Area[];
};

/** The options that `measure` finds in what is typed; all of them where nothing is. */
export function rankOptions<T extends Option>(
  options: readonly T[],
  typed: PhraseTyped,
  measure: Measure,
): readonly Ranked<T>[] {
  return options.flatMap((option) =>
    typed.phrase === ''
      ? ranked(option, [0])
      : ranked(
          option,
          option.spellings.map((spelling) => measure(spelling, typed)),
        ),
  );
}
