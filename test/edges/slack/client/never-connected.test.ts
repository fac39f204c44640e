import { expect, test } from 'vitest';
import { isNeverConnected } from '#src/edges/slack/client/never-connected.ts';

/** An error as Node and undici throw it. */
const made = (fields: object, cause?: unknown): Error =>
  Object.assign(new Error('fetch failed', cause === undefined ? undefined : { cause }), fields);

const refused = made({ code: 'ECONNREFUSED', syscall: 'connect' });
const broken = made({ code: 'ECONNRESET', syscall: 'read' });

test.each<[string, unknown, boolean]>([
  ['refused', made({}, refused), true],
  ['no such host', made({}, made({ code: 'ENOTFOUND', syscall: 'getaddrinfo' })), true],
  ['no name server', made({}, made({ code: 'EAI_AGAIN', syscall: 'getaddrinfo' })), true],
  ['connecting took too long', made({}, made({ code: 'UND_ERR_CONNECT_TIMEOUT' })), true],
  ['a certificate out of date', made({}, made({ code: 'CERT_HAS_EXPIRED' })), true],
  ['every address refused', new AggregateError([refused, refused]), true],
  ['one address broke later', new AggregateError([refused, broken]), false],
  ['broken', made({}, broken), false],
  ['the network went while it was sent', made({ code: 'ENETUNREACH', syscall: 'write' }), false],
  ['timed out while it was read', made({ code: 'ETIMEDOUT', syscall: 'read' }), false],
  ['closed by the other side', made({}, made({ code: 'UND_ERR_SOCKET' })), false],
  ['something else', new TypeError('terminated'), false],
  ['no error', 'ECONNREFUSED', false],
])('whether nothing was sent is known from the error: %s', (_, error, isSo) => {
  expect(isNeverConnected(error)).toBe(isSo);
});
