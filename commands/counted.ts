import type { Desk } from '#commands/command.ts';
import type { Area } from '#src/area.ts';
import type { Mode } from '#src/grammar/ask.ts';

/** How the warehouse is asked for anywhere. */
export const anywhere = '*';

/** Codes as the warehouse is asked for them: no place is anywhere. */
export const codesOf = (places: readonly Area[]): readonly string[] =>
  places.length === 0 ? [anywhere] : places.map(({ code }) => code);

/** The modes to count: none asked for is all. */
export const modesOf = (
  { modes }: { readonly modes: readonly Mode[] },
  { vocabulary }: Pick<Desk, 'vocabulary'>,
): readonly string[] => (modes.length === 0 ? vocabulary.modes : modes).map(({ value }) => value);
