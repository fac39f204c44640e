import type { DataAsk } from '#src/grammar/ask.ts';
import { listed } from '#src/grammar/listed.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { lowerFirst } from '#src/summary/lower-first.ts';

/** The kinds of transport asked for; nothing where the release tells none apart. */
export function echoModes(
  { modes }: DataAsk,
  vocabulary: Vocabulary,
  isTogether = true,
): string | undefined {
  if (vocabulary.modes.length < 2) return undefined;
  if (modes.length === 0) return 'all transport';
  const names = listed(modes.map(({ label }) => `by ${lowerFirst(label)}`));
  return isTogether && modes.length > 1 ? `${names}, counted together` : names;
}
