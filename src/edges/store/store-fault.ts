import { Fault } from '#src/fault.ts';

type Kind = { readonly code: string; readonly message: string; readonly retryable: boolean };

const kinds = {
  unreachable: {
    code: 'unreachable',
    message: 'the state cannot be reached: check DATABASE_URL and that PostgreSQL runs',
    retryable: true,
  },
  gone: {
    code: 'unreachable',
    message:
      'the folder of the state is gone or cannot be reached: check MOBILITY_HOME and that its disk is there',
    retryable: true,
  },
  denied: {
    code: 'denied',
    message: 'PostgreSQL refuses this user: check the name, password and rights of DATABASE_URL',
    retryable: false,
  },
  noDatabase: {
    code: 'denied',
    message: 'there is no database of the name in DATABASE_URL: create it, or correct the name',
    retryable: false,
  },
  untrusted: {
    code: 'untrusted',
    message:
      'the certificate of PostgreSQL cannot be trusted: it must be in date, for the host of DATABASE_URL, and from an authority that is known or named there with sslrootcert',
    retryable: false,
  },
  plain: {
    code: 'untrusted',
    message: 'PostgreSQL offers no encrypted connection: switch TLS on there',
    retryable: false,
  },
  noAccess: {
    code: 'noAccess',
    message: 'the folder of the state cannot be written: check its owner and rights',
    retryable: false,
  },
  diskFull: {
    code: 'diskFull',
    message:
      'the disk of the state is full or nearly so: make at least 200 MB of room and try again; nothing was lost',
    retryable: true,
  },
  stopped: {
    code: 'stopped',
    message:
      'the embedded database has stopped, as it does on a full disk: make room if there is none, and start the program again; nothing was lost',
    retryable: false,
  },
  closed: {
    code: 'closed',
    message: 'the state was closed, as it is when the program stops: start the program again',
    retryable: false,
  },
  timeout: {
    code: 'timeout',
    message: 'the state took too long: try again in a minute',
    retryable: true,
  },
  conflict: {
    code: 'conflict',
    message: 'two changes met: try again in a minute',
    retryable: true,
  },
  busy: {
    code: 'busy',
    message: 'PostgreSQL takes no more connections at present: try again in a minute',
    retryable: true,
  },
  broken: {
    code: 'broken',
    message:
      'the state could not be changed or read: look into the log, and put a copy of the state back if it goes on',
    retryable: false,
  },
} as const satisfies Record<string, Kind>;

/** By the error codes of PostgreSQL (SQLSTATE, whole or its class), of Node and of TLS. Source: PostgreSQL 18, appendix A. */
const kindOf: Readonly<Record<string, keyof typeof kinds>> = {
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ENOENT: 'gone',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  '08': 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  // A standby, until it takes over.
  '25006': 'unreachable',
  '28': 'denied',
  '42501': 'denied',
  '3F000': 'denied',
  '3D000': 'noDatabase',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  CERT_HAS_EXPIRED: 'untrusted',
  CERT_NOT_YET_VALID: 'untrusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'untrusted',
  EACCES: 'noAccess',
  EPERM: 'noAccess',
  EROFS: 'noAccess',
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

/** By the numbers of WASI, which PGlite's file system throws. Source: wasi-libc, errno.h. */
const kindOfErrno: Readonly<Record<number, keyof typeof kinds>> = {
  2: 'noAccess',
  19: 'diskFull',
  22: 'diskFull',
  51: 'diskFull',
  63: 'noAccess',
  69: 'noAccess',
};

/** What a driver threw, as a fault that holds neither SQL nor values. A fault, and an error of our own, stay as they are. */
export function storeFault(error: unknown): unknown {
  if (error instanceof Fault) return error;
  if (!(error instanceof Error)) return ofFileSystem(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = isOfConnecting(error)
    ? 'unreachable'
    : (kindOf[code] ?? kindOf[code.slice(0, 2)] ?? ofMessage(error.message));
  if (known === undefined && code === '') return error;
  return makeStoreFault(known ?? 'broken', error);
}

/** Runs `work`; what it throws is thrown as `storeFault` has it. */
export async function withStoreFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeFault(error);
  }
}

/** A fault of one of the known kinds. */
export function makeStoreFault(kind: keyof typeof kinds, cause?: unknown): Fault {
  const { code, message, retryable } = kinds[kind];
  return new Fault('StoreFault', code, message, { cause, retryable });
}

/** PGlite's file system throws what is no `Error`. */
function ofFileSystem(thrown: unknown): unknown {
  if (typeof thrown !== 'object' || thrown === null || !('errno' in thrown)) return thrown;
  return makeStoreFault(kindOfErrno[Number(thrown.errno)] ?? 'broken', thrown);
}

/** A server's Unix socket is a file too, but not one of the folder of the state. */
const isOfConnecting = (error: Error): boolean => 'syscall' in error && error.syscall === 'connect';

/** What the drivers say without a code. */
function ofMessage(message: string): keyof typeof kinds | undefined {
  return saidBy.find(([said]) => said.test(message))?.[1];
}

const saidBy: readonly (readonly [RegExp, keyof typeof kinds])[] = [
  [/timeout exceeded when trying to connect|timeout expired|connection timeout/u, 'unreachable'],
  [/Query read timeout/u, 'timeout'],
  [/Connection terminated|Client has encountered a connection error/u, 'unreachable'],
  [/does not support SSL connections/u, 'plain'],
  [/establishing an SSL connection/u, 'unreachable'],
  [/after calling end on the pool|Client was closed|PGlite is clos/u, 'closed'],
];
