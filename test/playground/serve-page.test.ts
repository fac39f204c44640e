import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlayground, type OpenPlayground } from './open-playground.ts';

let playground: OpenPlayground;
beforeAll(async () => {
  playground = await openPlayground();
});
afterAll(async () => {
  expect(playground.reports).toEqual([]);
  await playground.stop();
});

type Answer = { readonly status: number; readonly type: string; readonly text: string };
type Asked = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Browsers and `fetch` set some headers themselves. */
const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(`${playground.url}${path}`, { method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          text,
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });

const deed = (body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  ask('/deed?as=U0OFFICIAL&in=C0TIER0', {
    method: 'POST',
    headers: { origin: playground.url, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test.each(['/', '/?as=U0NOBODY&in=C0NOWHERE', '/?as=%3Cscript%3E', '/?in=C0TIER1&as=U0OFFICIAL'])(
  'an address that names nobody, or a channel they cannot open, is that of somebody who can: %s',
  async (path) => {
    const { status, text } = await ask(path);
    expect(status).toBe(200);
    expect(text).toContain('data-person="U0OFFICIAL" data-channel="C0TIER0"');
  },
);

test.each([[{ host: 'elsewhere.example' }], [{ host: '127.0.0.1' }], [{ host: 'localhost:1' }]])(
  'another name for this computer is not answered: %o',
  async (headers) => {
    expect((await ask('/', { headers })).status).toBe(403);
  },
);

test.each([[{ origin: 'https://elsewhere.example' }], [{ origin: 'null' }], [{ origin: '' }]])(
  'nobody else makes somebody do something: %o',
  async (headers) => {
    const before = await ask('/messages?as=U0OFFICIAL&in=C0TIER0');
    expect((await deed({ kind: 'command', text: 'status' }, headers)).status).toBe(403);
    expect(await ask('/messages?as=U0OFFICIAL&in=C0TIER0')).toEqual(before);
  },
);

test.each([
  'no JSON',
  '',
  '{"kind":"command"}',
  { kind: 'command', text: 'status', more: true },
  { kind: 'shout', text: 'status' },
  { kind: 'command', text: 'x'.repeat(5000) },
  `{"kind":"command","text":"${'x'.repeat(70_000)}"}`,
])('what is no deed is refused: %s', async (body) => {
  expect((await deed(body)).status).toBe(400);
});

test.each([
  { kind: 'press', channel: 'C0TIER0', ts: '1.000001', action: 'mobility:table', block: 'b' },
  { kind: 'explain', channel: 'C0TIER1', ts: '1.000001' },
  { kind: 'submit', filled: { question: 'status' } },
])('what is not there can not be worked: $kind', async (body) => {
  const { status, text } = await deed(body);
  expect([status, text]).toEqual([200, expect.stringContaining('not there any more')]);
});

test.each([
  '/nothing',
  '/files/F01.png',
  '/files/..%2Fpage.css',
  '/browser/../serve-page.ts',
  '/browser/tsconfig.json',
  '/browser/nothing.ts',
])('nothing else is served: %s', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test('scripts go without types, and everything with the rule that nothing comes from elsewhere', async () => {
  const script = await ask('/browser/page.ts');
  expect([script.status, script.type]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect(script.text).not.toMatch(/: (?:string|void|Promise<)/u);
  const left = new AbortController();
  for (const path of ['/', '/changes', '/board', '/nothing']) {
    const { headers } = await fetch(`${playground.url}${path}`, { signal: left.signal });
    expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
    expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
    expect(headers.get('cache-control'), path).toBe('no-store');
  }
  left.abort();
});
