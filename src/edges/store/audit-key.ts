import { createHmac } from 'node:crypto';
import type { Mac } from '#src/state/audit-chain.ts';

/** The hash that seals the audit: HMAC-SHA-256 under the audit's key, in hex. */
export function makeMac(key: Uint8Array): Mac {
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}
