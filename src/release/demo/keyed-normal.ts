import { uniformAt } from '#src/release/demo/keyed-uniform.ts';

/** The standard normal number of a key and a counter (Box and Muller, 1958). */
export function normalAt(key: number, counter: number): number {
  const radius = Math.sqrt(-2 * Math.log(uniformAt(key, 2 * counter)));
  return radius * Math.cos(2 * Math.PI * uniformAt(key, 2 * counter + 1));
}
