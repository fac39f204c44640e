import type { PercentDomain } from './percent-domain.ts';

/** The minus sign, as wide as a plus. */
const minus = '\u2212';

/** A change as charts print it: "+7%", "−3%", "0%". */
export function signedPercent(value: number): string {
  if (value === 0) return '0%';
  return `${value > 0 ? '+' : minus}${Math.abs(value)}%`;
}

/** Ticks at most. */
const most = 7;
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Whole, round per cents within a span, no change among them. */
export function percentTicks({ low, high }: PercentDomain, limit = most): readonly number[] {
  const step =
    steps.find((one) => (high - low) / one <= limit) ?? 10 ** Math.ceil(Math.log10(high - low));
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step || 0);
}
