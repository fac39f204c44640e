import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standingWords } from '#src/access/standing-words.ts';
import { answer } from '#src/answer.ts';
import { words } from '#src/board/words.ts';
import { escapeHtml } from '#src/html/escape-html.ts';
import { areas } from '#test/support/tiny-release/country.ts';
import { channels, openBoard, type OpenBoard } from './open-board.ts';

let board: OpenBoard;
beforeAll(async () => {
  board = await openBoard();
});
afterAll(() => board.close());

const page = async (...where: Parameters<OpenBoard['get']>): Promise<string> =>
  (await board.get(...where)).text();

const named = (level: string): readonly string[] =>
  areas.filter((area) => area.level === level).map(({ name }) => name);

test('shows what the bot would answer: its words, its picture, its table and its question', async () => {
  const question = 'region:"North Arden" since:lift-date';
  const outcome = await answer(question, board.edges);
  if (outcome.kind !== 'answered') throw new Error('it was not answered');
  const picked = '&area=ARD-N&event=lift-date';
  const html = await page(channels.regions, picked);
  const { reply, picture, echo } = outcome;
  for (const text of [
    echo,
    `/mobility ${question}`,
    `/mobility method ${question}`,
    reply.chart?.alt.text ?? '',
    ...reply.sentences.map((sentence) => sentence.text),
    ...reply.table.columns,
    ...reply.table.rows.flat(),
  ])
    expect(html).toContain(escapeHtml(text));
  const drawn = await board.get(channels.regions, `${picked}&release=tiny-1`, '/board/trend.png');
  expect(drawn.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await drawn.arrayBuffer()).equals(picture?.png ?? new Uint8Array())).toBe(
    true,
  );
});

test('says that the data are synthetic', async () => {
  expect(await page(channels.regions)).toContain(escapeHtml(words.synthetic));
});

describe('a tier', () => {
  test.each([
    ['countries', [...named('region'), ...named('district')]],
    ['regions', named('district')],
  ] as const)('%s shows nothing finer', async (channel, finer) => {
    expect(finer.length).toBeGreaterThan(1);
    for (const picked of ['', '&area=ARD&event=', '&area=ARD-S1&event=', '&area=ARD-N&event=']) {
      const html = await page(channels[channel], picked);
      expect(html).toContain('Arden');
      for (const name of finer) expect(html).not.toContain(name);
    }
  });

  test('gives the usual view where a finer place is asked for', async () => {
    const finer = await page(channels.regions, '&area=ARD-S1&event=');
    const usual = await page(channels.regions);
    const said = `<p class="said" role="status">${words.problems.notOffered}</p>`;
    expect(finer).toContain(said);
    expect(finer.replace(said, '')).toBe(usual);
  });

  test('shows all that it is for', async () => {
    const html = await page(channels.districts, '&area=ARD-S1&event=');
    for (const name of named('district')) expect(html).toContain(name);
    expect((await page(channels.districts, '&area=ARD&event=')).match(/<img /gu)).toHaveLength(3);
  });

  test('without flows says so in one sentence, with the nearest view', async () => {
    const html = await page(channels.countries);
    expect(html).toContain('You cannot ask for flows between places here.');
    expect(html).toContain(`${words.nearest} <a href="#trend">${words.headings.trend}</a>`);
    const drawn = await board.get(channels.countries, '&release=tiny-1', '/board/flows.png');
    expect(drawn.status).toBe(404);
  });
});

describe('nothing is shown', () => {
  test.each([
    ['in a channel that another organisation shares', channels.shared, standingWords.shared],
    ['in a channel that is not set up', channels.unset, standingWords.noTier],
  ])('%s, in the words of a refusal', async (_, channel, [message, next]) => {
    for (const picked of ['', '&area=ARD-N&event=lift-date']) {
      const reply = await board.get(channel, picked);
      expect(reply.status).toBe(403);
      const html = await reply.text();
      expect(html).toContain(escapeHtml(`${message} ${next}`));
      expect(html).not.toMatch(/<(?:img|table|select|form|section|code)\b/u);
      for (const name of areas.map((area) => area.name)) expect(html).not.toContain(name);
      const drawn = await board.get(channel, picked, '/board/trend.png');
      expect([drawn.status, await drawn.text()]).toEqual([403, words.nothing]);
    }
  });

  test('to somebody whose role allows nothing alone', async () => {
    const reply = await fetch(`${board.url}/board?as=U0GUEST&in=D0GUEST`);
    expect(reply.status).toBe(403);
    expect(await reply.text()).toContain(escapeHtml(standingWords.noRole[0]));
  });
});

test.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '&lt;b&gt;',
  '\u0000\u202e',
  'x'.repeat(5000),
])('nothing of an address comes back as it was sent: %j', async (hostile) => {
  const usual = await page(channels.regions);
  const said = `<p class="said" role="status">${words.problems.notOffered}</p>`;
  for (const field of ['area', 'event', 'since', 'until']) {
    const html = await page(channels.regions, `&${field}=${encodeURIComponent(hostile)}`);
    expect(html.replace(said, '')).toBe(usual);
  }
  const other = await page(channels.regions, `&other=${encodeURIComponent(hostile)}`);
  expect(other).toBe(usual);
});

test('answers nobody under another name of this computer', async () => {
  const { port } = new URL(board.url);
  const status = await new Promise((resolve, reject) => {
    request({ port, path: '/board', headers: { host: 'elsewhere.example' } }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

test.each(['/board/', '/board/method.png', '/board/words.ts', '/board/../answer-board.ts'])(
  'there is nothing at %s',
  async (path) => {
    expect((await board.get(channels.regions, '', path)).status).toBe(404);
  },
);

test('its script goes without types', async () => {
  const script = await board.get(channels.regions, '', '/board/copy.ts');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await script.text()).not.toMatch(/: (?:string|void|Promise<)/u);
});

test('says who looks, and from where', async () => {
  expect(await page(channels.regions)).toContain(words.seenFrom('An analyst', 'regions'));
  expect(await page('D0ANALYST')).toContain(words.seenFrom('An analyst', words.direct));
});

test('the page of a channel links to its dashboard', async () => {
  const html = await page(channels.regions, '', '/');
  expect(html).toContain('href="/board?as=U0ANALYST&amp;in=C0TIER1"');
  expect(board.reports).toEqual([]);
});
