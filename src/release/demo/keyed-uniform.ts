/** A 32-bit key of a text (FNV-1a). */
export function keyOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * The uniform number in (0, 1) of a key and a counter: the same whatever was drawn before.
 * Two rounds of the 32-bit finaliser of MurmurHash3 (Appleby, 2011).
 */
export function uniformAt(key: number, counter: number): number {
  return (mix(key ^ mix((counter + 0x9e3779b9) | 0)) + 0.5) / 0x1_0000_0000;
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
