import { normalAt } from '#src/release/demo/keyed-normal.ts';
import { uniformAt } from '#src/release/demo/keyed-uniform.ts';

const normalFrom = 30;
const never = 200;

/** The Poisson number of a mean, key and counter: by inversion below a mean of 30, a rounded normal above. */
export function drawPoisson(mean: number, key: number, counter: number): number {
  if (mean < normalFrom) return invertPoisson(mean, uniformAt(key, 2 * counter));
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalAt(key, counter)));
}

function invertPoisson(mean: number, uniform: number): number {
  let count = 0;
  let chance = Math.exp(-mean);
  let below = chance;
  while (uniform > below && count < never) {
    count += 1;
    chance *= mean / count;
    below += chance;
  }
  return count;
}
