import { readFileSync } from 'node:fs';
import { Fault } from '#src/fault.ts';

/** How to connect: `ssl` is false for this machine alone. What is absent is taken from where PostgreSQL's own programs take it. */
export type PostgresOptions = {
  readonly host: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database: string;
  readonly ssl:
    | false
    | {
        readonly rejectUnauthorized: true;
        readonly ca?: string;
        readonly cert?: string;
        readonly key?: string;
      };
};

const refuse = (code: string, message: string): Fault => new Fault('ConfigFault', code, message);

const badForm = (): Fault =>
  refuse(
    'badDatabaseUrl',
    'DATABASE_URL is not of the form postgresql://user:password@host:5432/database, in which special characters of the password are written like %40',
  );

const settings = new Set(['host', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey']);

/**
 * Reads DATABASE_URL. A server on another machine is reached by TLS only, and its certificate is always verified (`sslmode=verify-full`, whatever is written);
 * `sslrootcert` names the file of a private authority, `sslcert` and `sslkey` those of the program's own certificate. On this machine TLS is used where
 * `sslmode` asks for it. A Unix socket is written as `?host=/folder`.
 * Throws `ConfigFault`; its message holds nothing of the URL, which has the password in it.
 */
export function readPostgresOptions(databaseUrl: string): PostgresOptions {
  const { url, host, ...named } = readUrl(databaseUrl);
  const isSocket = host.startsWith('/');
  const isHere = isSocket || ['localhost', '127.0.0.1', '::1'].includes(host);
  const mode = url.searchParams.get('sslmode') ?? (isHere ? 'disable' : 'verify-full');
  if (mode === 'disable' && !isHere)
    throw refuse(
      'noTls',
      'DATABASE_URL switches TLS off for a server on another machine: take sslmode=disable out',
    );
  const ssl = mode === 'disable' || isSocket ? false : readTls(url.searchParams);
  return { host, ...named, ...(url.port === '' ? {} : { port: Number(url.port) }), ssl };
}

function readUrl(text: string) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['postgres:', 'postgresql:'].includes(url.protocol)) throw badForm();
  const names = [...url.searchParams.keys()];
  if (names.some((name) => !settings.has(name)) || new Set(names).size < names.length)
    throw refuse(
      'badDatabaseUrl',
      'DATABASE_URL has a setting that is not known: only host, sslmode, sslrootcert, sslcert and sslkey may follow its question mark, each once',
    );
  const host = url.searchParams.get('host') ?? url.hostname.replaceAll(/[[\]]/gu, '');
  const [user, password, database] = [url.username, url.password, url.pathname.slice(1)].map(plain);
  if (host === '' || database === undefined) throw badForm();
  return {
    url,
    host,
    database,
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  };
}

/** A part of a URL without its escapes; undefined where it is empty. */
function plain(part: string): string | undefined {
  try {
    return decodeURIComponent(part) || undefined;
  } catch {
    throw badForm();
  }
}

function readTls(parameters: URLSearchParams): Exclude<PostgresOptions['ssl'], false> {
  const read = (name: string) => readFileOf(parameters.get(name));
  const [ca, cert, key] = [read('sslrootcert'), read('sslcert'), read('sslkey')];
  return {
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  };
}

/** `system` names the authorities that the machine knows, which is what is meant without a file too. */
function readFileOf(file: string | null): string | undefined {
  if (file === null || file === 'system') return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw refuse(
      'noTlsFile',
      'a file that sslrootcert, sslcert or sslkey names in DATABASE_URL cannot be read',
    );
  }
}
