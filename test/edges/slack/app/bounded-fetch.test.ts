import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { makeBoundedFetch } from '#src/edges/slack/app/bounded-fetch.ts';

/** Serves on loopback while `use` runs. */
async function served(answer: RequestListener, use: (url: string) => Promise<void>) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  try {
    await use(`http://127.0.0.1:${address.port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test('an answer goes to Slack, and to no other address', async () => {
  let asked = 0;
  const count: RequestListener = (_, response) => {
    asked += 1;
    response.end('ok');
  };
  await served(count, async (url) => {
    const toSlack = makeBoundedFetch('https://slack.com/api/');
    await expect(toSlack(`${url}/hook`)).rejects.toThrow('not an address of Slack');
    await expect(toSlack('https://slack.com.example/hook')).rejects.toThrow('not an address');
    const toFake = makeBoundedFetch(`${url}/api/`);
    expect((await toFake(`${url}/hook`)).status).toBe(200);
    expect(asked).toBe(1);
  });
});

test('an answer follows no redirect', async () => {
  const paths: (string | undefined)[] = [];
  const away: RequestListener = (request, response) => {
    paths.push(request.url);
    if (request.url === '/hook') response.writeHead(302, { location: '/elsewhere' });
    response.end();
  };
  await served(away, async (url) => {
    await expect(makeBoundedFetch(`${url}/api/`)(`${url}/hook`)).rejects.toThrow('fetch failed');
    expect(paths).toEqual(['/hook']);
  });
});
