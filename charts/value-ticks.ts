import type { ValueDomain } from './value-domain.ts';

/** A tick of the value axis with its label: "120 million", "40,000". */
export type ValueTick = { readonly value: number; readonly label: string };

const most = 7;
const units = [
  { size: 1e9, name: ' billion' },
  { size: 1e6, name: ' million' },
  { size: 1, name: '' },
] as const;

/** Three to eight round values within a span, each labelled in the largest unit that the highest reaches. */
export function valueTicks(domain: ValueDomain): readonly ValueTick[] {
  const step = roundStep((domain.high - domain.low) / most);
  const first = Math.ceil(domain.low / step);
  const last = Math.floor(domain.high / step);
  const values = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  const unit = units.find(({ size }) => size <= last * step) ?? units[2];
  const decimals = decimalsOf(step / unit.size);
  return values.map((value) => ({ value, label: label(value / unit.size, decimals, unit.name) }));
}

/** The smallest of 1, 2 and 5 times a power of ten that is no less than `least`, and at least one trip. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return Math.max(1, factor * power);
}

function decimalsOf(step: number): number {
  const needed = [0, 1, 2, 3, 4, 5].find(
    (count) => Math.abs(step - Number(step.toFixed(count))) < step * 1e-6,
  );
  return needed ?? 6;
}

function label(value: number, decimals: number, unit: string): string {
  if (value === 0) return '0';
  const digits = value.toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${digits}${unit}`;
}
