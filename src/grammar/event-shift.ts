import { countOf, countPattern } from '#src/grammar/count-words.ts';

/** The name of an event, and so many days after it (before, if negative). */
export type ShiftedName = { readonly name: string; readonly shiftDays: number };

const unit = '(?<unit>d|w|days?|weeks?|wks?)';
const signed = new RegExp(
  `^(?<name>.*\\S)\\s?(?<sign>[+−–-])\\s?(?<count>\\d{1,3})\\s?${unit}$`,
  'i',
);
const worded = new RegExp(
  `^(?<count>${countPattern})\\s?${unit}\\s(?<sign>after|before|from)\\s(?:the\\s)?(?<name>.+)$`,
  'i',
);

/** Reads `lift-date+4w` and "4 weeks after the lift date". Undefined where no days are added. */
export function shiftedName(typed: string): ShiftedName | undefined {
  if (!/\d|day|week|wk/i.test(typed)) return undefined;
  const { name, sign, count, unit } = (signed.exec(typed) ?? worded.exec(typed))?.groups ?? {};
  if (name === undefined || count === undefined || unit === undefined) return undefined;
  const days = countOf(count.toLowerCase()) * (/^w/i.test(unit) ? 7 : 1);
  const isBefore = sign === 'before' || /^[−–-]$/.test(sign ?? '');
  return { name, shiftDays: isBefore && days > 0 ? -days : days };
}

/** The same days as they are typed after an event: `+4w`, `-10d`; nothing for none. */
export function spellShift(shiftDays: number): string {
  if (shiftDays === 0) return '';
  const days = Math.abs(shiftDays);
  const size = days % 7 === 0 ? `${days / 7}w` : `${days}d`;
  return `${shiftDays < 0 ? '-' : '+'}${size}`;
}

/** The same days in words: "4 weeks after". */
export function sayShift(shiftDays: number): string {
  const days = Math.abs(shiftDays);
  const [count, what] = days % 7 === 0 ? [days / 7, 'week'] : [days, 'day'];
  return `${count} ${what}${count === 1 ? '' : 's'} ${shiftDays < 0 ? 'before' : 'after'}`;
}
