import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { Fault } from '#src/fault.ts';
import type { KeyedStream } from '#src/ports.ts';

const leastKeyBytes = 16;
const firstBlockBytes = 512;
const largestBlockBytes = 65_536;

/**
 * Uniform numbers nobody can foretell without the key: 53 bits each, from AES-256 in counter mode
 * under HMAC-SHA256(key, label). Throws `ConfigFault` on a key shorter than 16 bytes. Source: docs/policy.md, paragraph 11.
 */
export function makeKeyedStream(key: Uint8Array): KeyedStream {
  if (key.length < leastKeyBytes)
    throw new Fault(
      'ConfigFault',
      'key-too-short',
      `the release key needs at least ${leastKeyBytes} bytes`,
    );
  return (label) => uniformsFrom(keystreamOf(createHmac('sha256', key).update(label).digest()));
}

/** What a release says of its key: the first 12 hex digits of the key's SHA-256. */
export function keyId(key: Uint8Array): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}

/** Successive blocks of a keystream. Each seed is used once, so a fixed counter start is safe. */
function keystreamOf(seed: Uint8Array): () => DataView {
  const cipher = createCipheriv('aes-256-ctr', seed, new Uint8Array(16));
  let size = firstBlockBytes;
  return () => {
    const block = cipher.update(new Uint8Array(size));
    size = Math.min(2 * size, largestBlockBytes);
    return new DataView(block.buffer, block.byteOffset, block.byteLength);
  };
}

function uniformsFrom(nextBlock: () => DataView): () => number {
  let block = nextBlock();
  let at = 0;
  return () => {
    if (at === block.byteLength) {
      block = nextBlock();
      at = 0;
    }
    const high = block.getUint32(at, true) >>> 5;
    const low = block.getUint32(at + 4, true) >>> 6;
    at += 8;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}
