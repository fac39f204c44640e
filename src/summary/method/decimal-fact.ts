import type { Fact } from '#src/summary/sentence.ts';

const decimal = new Intl.NumberFormat('en-GB', {
  maximumFractionDigits: 3,
  signDisplay: 'negative',
});

/** A number with the decimals it was rounded to: "2.45", "0.1", "7". */
export const decimalFact = (value: number, from: string): Fact => ({
  shown: decimal.format(value),
  from,
  value,
});

/** The same as a percentage: "2.7%", "95%". */
export const decimalPercentFact = (value: number, from: string): Fact => ({
  shown: `${decimal.format(value)}%`,
  from,
  value,
});
