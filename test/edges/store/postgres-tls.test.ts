import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '#src/edges/store/open-postgres.ts';
import { faultOf } from '#test/support/fault-of.ts';
import { findPostgres, startPostgres, type PostgresServer } from '#test/support/postgres-server.ts';

const openssl = (...words: readonly string[]) => spawnSync('openssl', words, { encoding: 'utf8' });
const isMissing = findPostgres() === undefined || openssl('version').status !== 0;

const run = (...words: readonly string[]): void => {
  const { status, stderr } = openssl(...words);
  if (status !== 0) throw new Error(stderr);
};
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'] as const;

/** Makes an authority in `folder`; returns the file of its certificate. */
function makeAuthority(folder: string, name: string): string {
  const certificate = join(folder, `${name}.crt`);
  run(
    'req',
    '-x509',
    ...newKey,
    '-subj',
    `/CN=${name}`,
    '-days',
    '2',
    '-keyout',
    join(folder, `${name}.key`),
    '-out',
    certificate,
  );
  return certificate;
}

/** Makes a certificate of the authority for `names`, such as `DNS:localhost`. */
function makeCertificate(folder: string, authority: string, as: string, names: string): void {
  const [request, extensions] = [join(folder, `${as}.csr`), join(folder, `${as}.ext`)];
  writeFileSync(extensions, `subjectAltName=${names}\n`);
  run(
    'req',
    ...newKey,
    '-subj',
    `/CN=${as}`,
    '-keyout',
    join(folder, `${as}.key`),
    '-out',
    request,
  );
  run(
    'x509',
    '-req',
    '-in',
    request,
    '-CA',
    join(folder, `${authority}.crt`),
    '-CAkey',
    join(folder, `${authority}.key`),
    '-CAcreateserial',
    '-days',
    '2',
    '-extfile',
    extensions,
    '-out',
    join(folder, `${as}.crt`),
  );
}

describe.skipIf(isMissing)('TLS, with PostgreSQL and openssl, which must be installed', () => {
  let folder: string;
  let ca: string;
  let stranger: string;
  const servers: PostgresServer[] = [];
  const ports: Record<'here' | 'elsewhere' | 'plain', number> = { here: 0, elsewhere: 0, plain: 0 };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mobility-tls-'));
    ca = makeAuthority(folder, 'authority');
    stranger = makeAuthority(folder, 'stranger');
    makeCertificate(folder, 'authority', 'here', 'DNS:localhost,IP:127.0.0.1');
    makeCertificate(folder, 'authority', 'elsewhere', 'DNS:db.example.org');
    for (const name of ['here', 'elsewhere', 'plain'] as const) {
      const server = await startPostgres(name === 'plain' ? [] : ['ssl=on'], (data, user) => {
        if (name === 'plain') return;
        for (const end of ['crt', 'key']) {
          const file = join(data, `server.${end}`);
          spawnSync('cp', [join(folder, `${name}.${end}`), file]);
          spawnSync('chmod', ['600', file]);
          if (user !== undefined) chownSync(file, user.uid, user.gid);
        }
      });
      servers.push(server);
      ports[name] = server.port;
    }
  }, 120_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true });
  });

  const urlOf = (server: keyof typeof ports, settings: string, host = 'localhost') =>
    `postgresql://tester:s3cret@${host}:${ports[server]}/postgres?${settings}`;
  const isEncrypted = async (url: string) => {
    const database = await openPostgres(url);
    const [row] = await database.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
    const [session] = (
      await database.session((own) =>
        own.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()'),
      )
    ).rows;
    await database.close();
    expect(session).toEqual(row);
    return row?.['ssl'];
  };
  const untrusted = { name: 'StoreFault', code: 'untrusted', retryable: false };

  test.each(['localhost', '127.0.0.1'])(
    'a server of a known authority is reached, encrypted, at %s',
    async (host) => {
      expect(await isEncrypted(urlOf('here', `sslmode=verify-full&sslrootcert=${ca}`, host))).toBe(
        true,
      );
      expect(await isEncrypted(urlOf('here', `sslmode=require&sslrootcert=${ca}`, host))).toBe(
        true,
      );
    },
  );

  test('on this machine nothing is encrypted unless it is asked for', async () => {
    expect(await isEncrypted(urlOf('here', ''))).toBe(false);
  });

  test.each(['verify-full', 'verify-ca', 'require', 'prefer', 'no-verify'])(
    'an authority that is not known is refused with sslmode=%s too',
    async (mode) => {
      for (const more of ['', `&sslrootcert=${stranger}`])
        expect(
          await faultOf(openPostgres(urlOf('here', `sslmode=${mode}${more}`)), ['s3cret']),
        ).toEqual({
          ...untrusted,
          message:
            'the certificate of PostgreSQL cannot be trusted: it must be in date, for the host of DATABASE_URL, and from an authority that is known or named there with sslrootcert',
        });
    },
  );

  test.each(['localhost', '127.0.0.1'])(
    'the certificate of another host is refused at %s',
    async (host) => {
      for (const mode of ['verify-full', 'verify-ca', 'require'])
        expect(
          await faultOf(
            openPostgres(urlOf('elsewhere', `sslmode=${mode}&sslrootcert=${ca}`, host)),
          ),
        ).toMatchObject(untrusted);
    },
  );

  test('a server without TLS is refused where TLS is asked for', async () => {
    for (const mode of ['verify-full', 'require', 'prefer'])
      expect(
        await faultOf(openPostgres(urlOf('plain', `sslmode=${mode}&sslrootcert=${ca}`)), [
          's3cret',
        ]),
      ).toEqual({
        ...untrusted,
        message: 'PostgreSQL offers no encrypted connection: switch TLS on there',
      });
  });
});
