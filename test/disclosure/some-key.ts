import { makeKeyedStream } from '#src/edges/keyed-stream.ts';
import type { KeyedStream } from '#src/ports.ts';

/** A different keyed stream for each number. */
export function someKey(number: number): KeyedStream {
  const key = new Uint8Array(16);
  new DataView(key.buffer).setUint32(0, number);
  return makeKeyedStream(key);
}
