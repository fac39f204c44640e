import { networkInterfaces } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { plainReply } from '#src/http/reply.ts';
import { serve, type Served, type Serving } from '#src/http/serve.ts';
import { faultOf } from '#test/support/fault-of.ts';

const reports: unknown[] = [];
const serving: Serving = {
  host: '127.0.0.1',
  port: 0,
  connects: 'none',
  answer: () => Promise.resolve(plainReply(200, 'a café')),
  report: (fault) => {
    reports.push(fault);
    return '7F3A';
  },
  failed: (reference) => `failed (${reference})`,
  unable: 'free the port',
};

const ending: Served[] = [];
afterEach(async () => {
  for (const served of ending.splice(0)) await served.stop();
  reports.length = 0;
});

async function start(more: Partial<Serving> = {}): Promise<string> {
  const served = await serve({ ...serving, ...more });
  ending.push(served);
  return served.url;
}

test('all that is sent says that nothing comes from elsewhere, and that nothing is kept', async () => {
  const answers: Readonly<Record<string, Serving['answer']>> = {
    reply: serving.answer,
    broken: () => Promise.reject(new Error('broken')),
    itself: (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end();
      return Promise.resolve(undefined);
    },
  };
  for (const [name, answer] of Object.entries(answers)) {
    const { headers } = await fetch(await start({ answer }));
    expect(headers.get('content-security-policy'), name).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options'), name).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy'), name).toBe('same-origin');
    expect(headers.get('referrer-policy'), name).toBe('no-referrer');
    expect(headers.get('cache-control'), name).toBe('no-store');
  }
});

test('scripts may ask for more from here alone, and only where they are to', async () => {
  const { headers } = await fetch(await start({ connects: 'self' }));
  expect(headers.get('content-security-policy')).toContain("connect-src 'self';");
});

test('text goes as UTF-8, a picture as it is, and when to come again where that is known', async () => {
  const text = await fetch(await start());
  expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await text.text()).toBe('a café');
  expect(text.headers.get('retry-after')).toBeNull();
  const picture = { status: 429, type: 'image/png', body: new Uint8Array([1]), retryAfterS: 60 };
  const png = await fetch(await start({ answer: () => Promise.resolve(picture) }));
  expect([png.status, png.headers.get('content-type')]).toEqual([429, 'image/png']);
  expect(png.headers.get('retry-after')).toBe('60');
});

test('what breaks is reported, and its reference told', async () => {
  const fault = new Error('rows that nobody may see');
  const reply = await fetch(await start({ answer: () => Promise.reject(fault) }));
  expect([reply.status, await reply.text()]).toEqual([500, 'failed (7F3A)']);
  expect(reports).toEqual([fault]);
});

test('what breaks after it was begun is cut off and reported, and the next is answered', async () => {
  const fault = new Error('broken');
  const url = await start({
    answer: ({ url: path }, response) => {
      if (path !== '/broken') return Promise.resolve(plainReply(200, 'well'));
      response.writeHead(200).write('begun');
      return Promise.reject(fault);
    },
  });
  const begun = await fetch(`${url}/broken`);
  await expect(begun.text()).rejects.toThrow('terminated');
  expect(reports).toEqual([fault]);
  expect((await fetch(url)).status).toBe(200);
});

test('a port that is taken is said in the words given', async () => {
  const { port } = new URL(await start());
  const fault = await faultOf(serve({ ...serving, port: Number(port) }));
  expect(fault).toMatchObject({ code: 'address', message: 'free the port' });
});

const hasIpv6 = Object.values(networkInterfaces()).some((each) =>
  each?.some(({ address }) => address === '::1'),
);

test.runIf(hasIpv6)('an address of the sixth version is one that can be opened', async () => {
  expect((await fetch(await start({ host: '::1' }))).status).toBe(200);
});

test('a stop ends what is still open', async () => {
  const served = await serve({
    ...serving,
    answer: (_, response) => {
      response.writeHead(200).write('begun');
      return Promise.resolve(undefined);
    },
  });
  const open = await fetch(served.url);
  await served.stop();
  await expect(open.text()).rejects.toThrow('terminated');
});
