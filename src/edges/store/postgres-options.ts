import { readFileSync } from 'node:fs';
import { Fault } from '#src/fault.ts';

/** How to connect: `ssl` is false for this machine alone. */
export type PostgresOptions = {
  readonly connectionString: string;
  readonly ssl: false | { readonly rejectUnauthorized: true; readonly ca?: string };
};

const refuse = (code: string, message: string): Fault => new Fault('ConfigFault', code, message);

/**
 * Reads DATABASE_URL. A server on another machine is reached by TLS only, and its certificate is always verified (`sslmode=verify-full`, whatever is written);
 * `sslrootcert` names the file of a private authority. On this machine TLS is used where `sslmode` asks for it.
 * Throws `ConfigFault`; its message holds nothing of the URL, which has the password in it.
 */
export function readPostgresOptions(databaseUrl: string): PostgresOptions {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url === undefined || !['postgres:', 'postgresql:'].includes(url.protocol))
    throw refuse(
      'badDatabaseUrl',
      'DATABASE_URL is not of the form postgresql://user:password@host:5432/database',
    );
  const mode = url.searchParams.get('sslmode') ?? (isThisMachine(url) ? 'disable' : 'verify-full');
  const authority = url.searchParams.get('sslrootcert');
  for (const name of ['sslmode', 'sslrootcert', 'ssl']) url.searchParams.delete(name);
  const connectionString = url.toString();
  if (mode === 'disable') {
    if (isThisMachine(url)) return { connectionString, ssl: false };
    throw refuse(
      'noTls',
      'DATABASE_URL switches TLS off for a server on another machine: take sslmode=disable out',
    );
  }
  return {
    connectionString,
    ssl: { rejectUnauthorized: true, ...(authority === null ? {} : { ca: readCa(authority) }) },
  };
}

/** Loopback, or a Unix socket, which is written as `?host=/folder`. */
function isThisMachine(url: URL): boolean {
  const host = url.searchParams.get('host') ?? url.hostname;
  return host.startsWith('/') || ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);
}

function readCa(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw refuse('noAuthority', 'the file that sslrootcert names in DATABASE_URL cannot be read');
  }
}
