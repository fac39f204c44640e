import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { words } from '#src/board/words.ts';
import { serveBoard, type BoardServing } from '#src/edges/board/serve-board.ts';
import type { Served } from '#src/http/serve.ts';
import { faultOf } from '#test/support/fault-of.ts';

const secret = 'a secret that only the proxy has, and this test';

let served: Served | undefined;
afterEach(() => served?.stop());

async function serve(more: Partial<BoardServing> = {}): Promise<string> {
  const reply = { status: 200, type: 'text/html', body: 'figures' };
  served = await serveBoard({
    host: '127.0.0.1',
    port: 0,
    secretHeader: 'x-secret',
    secret,
    answer: () => Promise.resolve(reply),
    report: () => '7F3A',
    clock: () => new Date(0),
    ...more,
  });
  return served.url;
}

/** The status and the body of a reply. Headers may be sent several times. */
const ask = (
  url: string,
  headers: Readonly<Record<string, string | string[]>>,
  method = 'GET',
): Promise<readonly [number | undefined, string]> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers }, (reply) => {
      let body = '';
      reply.setEncoding('utf8').on('data', (part: string) => (body += part));
      reply.on('end', () => resolve([reply.statusCode, body]));
    })
      .on('error', reject)
      .end();
  });

test('the proxy is answered, and the browser told to keep nothing and load nothing from elsewhere', async () => {
  const reply = await fetch(`${await serve()}/board`, { headers: { 'x-secret': secret } });
  expect([reply.status, await reply.text()]).toEqual([200, 'figures']);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(reply.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test.each<[string, Readonly<Record<string, string | string[]>>]>([
  ['without the secret', {}],
  ['with another', { 'x-secret': 'another' }],
  ['with a part of it', { 'x-secret': secret.slice(0, -1) }],
  ['with nothing in its place', { 'x-secret': '' }],
  ['with it in another header', { 'x-user': secret }],
  ['with it twice', { 'x-secret': [secret, secret] }],
  ['with it and another', { 'x-secret': [secret, 'another'] }],
])('nobody is answered %s', async (_, headers) => {
  const asked: unknown[] = [];
  const url = await serve({
    answer: (look) => {
      asked.push(look);
      return Promise.reject(new Error('asked'));
    },
  });
  for (const path of ['/board', '/board/trend.png', '/board/board.css', '/'])
    expect(await ask(url + path, headers)).toEqual([403, words.notProxied]);
  expect(asked).toEqual([]);
});

test('who comes without the secret is reported every ten minutes, without what they sent', async () => {
  const time = { ms: 0 };
  const reported: unknown[] = [];
  const report = (fault: unknown) => String(reported.push(fault));
  const url = await serve({ report, clock: () => new Date(time.ms) });
  const come = () => ask(`${url}/board?q=of-a-stranger`, { 'x-secret': 'of-a-stranger' });
  for (const at of [0, 1, 599_999, 600_000, 600_001]) {
    time.ms = at;
    await come();
  }
  await ask(url, { 'x-secret': secret });
  expect(reported).toHaveLength(2);
  expect(reported[0]).toMatchObject({ name: 'ConfigFault', code: 'notProxied' });
  expect(String(reported[0])).not.toMatch(/of-a-stranger|only the proxy has/u);
});

test('nothing can be done to it but look', async () => {
  const url = await serve();
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect(await ask(url, { 'x-secret': secret }, method)).toEqual([405, words.readOnly]);
});

test('what goes wrong is reported, and its reference told', async () => {
  const reported: unknown[] = [];
  const fault = new Error('rows that nobody may see');
  const url = await serve({
    answer: () => Promise.reject(fault),
    report: (error) => {
      reported.push(error);
      return '7F3A';
    },
  });
  expect(await ask(url, { 'x-secret': secret })).toEqual([500, words.failed('7F3A')]);
  expect(reported).toEqual([fault]);
});

test('a port that is taken is said before anything is served', async () => {
  const port = Number(new URL(await serve()).port);
  const again = served;
  expect(await faultOf(serve({ port }))).toMatchObject({ name: 'ConfigFault', code: 'address' });
  served = again;
});
