/** What an asker can say of a sum: at least `low`, at most `high`. */
export type Interval = { readonly low: number; readonly high: number };

export const anything: Interval = { low: 0, high: Infinity };

export const both = (a: Interval, b: Interval): Interval => ({
  low: Math.max(a.low, b.low),
  high: Math.min(a.high, b.high),
});

export const isExact = ({ low, high }: Interval): boolean => low === high;
