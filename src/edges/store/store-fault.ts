import { Fault } from '#src/fault.ts';

type Kind = { readonly code: string; readonly message: string; readonly retryable: boolean };

const kinds = {
  unreachable: {
    code: 'unreachable',
    message: 'the state cannot be reached: check DATABASE_URL and that PostgreSQL runs',
    retryable: true,
  },
  denied: {
    code: 'denied',
    message: 'PostgreSQL refuses this user: check the name, password and rights of DATABASE_URL',
    retryable: false,
  },
  untrusted: {
    code: 'untrusted',
    message:
      'the certificate of PostgreSQL cannot be trusted: name its authority with sslrootcert in DATABASE_URL',
    retryable: false,
  },
  diskFull: {
    code: 'diskFull',
    message: 'the disk of the state is full: make room and try again; nothing was lost',
    retryable: true,
  },
  timeout: { code: 'timeout', message: 'the state took too long', retryable: true },
  conflict: { code: 'conflict', message: 'two changes met', retryable: true },
  busy: {
    code: 'busy',
    message: 'PostgreSQL takes no more connections at present',
    retryable: true,
  },
  broken: { code: 'broken', message: 'the state could not be changed or read', retryable: false },
} as const satisfies Record<string, Kind>;

/** By the error codes of PostgreSQL (SQLSTATE, whole or its class), of Node and of TLS. Source: PostgreSQL 18, appendix A. */
const kindOf: Readonly<Record<string, keyof typeof kinds>> = {
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ENOENT: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  '08': 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '28': 'denied',
  '42501': 'denied',
  '3D000': 'denied',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  CERT_HAS_EXPIRED: 'untrusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'untrusted',
  ENOSPC: 'diskFull',
  EFBIG: 'diskFull',
  EDQUOT: 'diskFull',
  '53100': 'diskFull',
  '57014': 'timeout',
  '55P03': 'timeout',
  '25P03': 'timeout',
  '40001': 'conflict',
  '40P01': 'conflict',
  '53300': 'busy',
};

/** What a driver threw, as a fault that holds neither SQL nor values. A fault, and an error of our own, stay as they are. */
export function storeFault(error: unknown): unknown {
  if (error instanceof Fault) return error;
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = kindOf[code] ?? kindOf[code.slice(0, 2)] ?? ofMessage(error.message);
  if (known === undefined && code === '') return error;
  return makeStoreFault(known ?? 'broken', error);
}

/** A fault of one of the known kinds. */
export function makeStoreFault(kind: keyof typeof kinds, cause?: unknown): Fault {
  const { code, message, retryable } = kinds[kind];
  return new Fault('StoreFault', code, message, { cause, retryable });
}

/** What `pg` says without a code. */
function ofMessage(message: string): keyof typeof kinds | undefined {
  if (/timeout exceeded when trying to connect|Query read timeout/u.test(message)) return 'timeout';
  if (/Connection terminated|Client has encountered a connection error/u.test(message))
    return 'unreachable';
  if (/does not support SSL connections/u.test(message)) return 'untrusted';
  return undefined;
}
