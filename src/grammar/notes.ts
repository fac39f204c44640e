import { quoteAsker } from '#src/refusal.ts';

/** What was guessed or left out on the way to a reading, one sentence each for the echo. */

export function readAs(typed: string, meaning: string): string {
  return `I read ${quoteAsker(typed)} as ${meaning}.`;
}

export function readAsStart(typed: string, said: string): string {
  return `I read ${quoteAsker(typed)} as a start: since ${said}.`;
}

export function dayIncluded(typed: string, meant: 'since' | 'until'): string {
  return `I read ${quoteAsker(typed)} as ${meant}, that day included.`;
}

/** `typed`: each run of words that was not understood. */
export function ignored(typed: readonly string[]): string {
  return `I ignored ${typed.map(quoteAsker).join(', ')}.`;
}
