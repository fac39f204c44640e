import type { DataAsk } from '#src/grammar/ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Tier } from './access-config.ts';

/** Whether an answer would tell types of transport apart that this tier does not let be told apart. Types counted together are told apart from the rest. */
export function checkModes(
  ask: DataAsk,
  { modes }: Tier,
  vocabulary: Vocabulary,
): 'modes' | undefined {
  const isByMode = ask.command === 'trend' && ask.by === 'mode';
  const apart = ask.modes.length === 0 && isByMode ? vocabulary.modes : ask.modes;
  const isTold = isByMode || apart.length > 0;
  if (!isTold || modes === 'all') return undefined;
  return modes !== 'none' && apart.every(({ value }) => modes.includes(value))
    ? undefined
    : 'modes';
}
