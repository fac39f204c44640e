import { say, type Sentence } from '#src/summary/sentence.ts';

/** Which weeks count. */
export const sayOrdinary: readonly Sentence[] = [
  say`We count whole weeks, from Monday to Sunday.`,
  say`A week is ordinary if it has no holiday and no fault, and its total is large enough to show.`,
];
