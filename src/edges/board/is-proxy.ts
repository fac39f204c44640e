import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a header holds the secret that only the proxy has, once. How long it takes tells nothing of the secret. */
export const isProxy = (sent: readonly string[] | undefined, secret: string): boolean =>
  sent?.length === 1 && timingSafeEqual(digest(sent[0] ?? ''), digest(secret));
