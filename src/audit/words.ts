const grouped = new Intl.NumberFormat('en-GB');

/** A whole number as people read it: "1,204". */
export const figure = (count: number): string => grouped.format(count);

/** "1 entry", "1,204 entries". */
export const counted = (count: number, one: string, many: string): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

/** An ISO time in UTC where room is short: "2026-11-23 09:00:12". */
export const timeWords = (iso: string): string => iso.slice(0, 19).replace('T', ' ');
