/** Whether an error says that no connection was made, so that nothing of a request was sent. Node's and undici's codes; false where in doubt. */
export function isNeverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('syscall' in error && (error.syscall === 'connect' || error.syscall === 'getaddrinfo'))
    return true;
  if ('code' in error && notTrusted.has(String(error.code))) return true;
  // One error for each address of the host.
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.every(isNeverConnected);
  return error.cause !== undefined && isNeverConnected(error.cause);
}

/** Before anything is sent: the connection timed out, or the certificate is not trusted. */
const notTrusted: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
