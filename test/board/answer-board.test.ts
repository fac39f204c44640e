import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Edges } from '#src/answer.ts';
import { answerBoard, type BoardParts, type Look } from '#src/board/answer-board.ts';
import { makeAnswers, usualSize } from '#src/board/make-answers.ts';
import { words } from '#src/board/words.ts';
import { notFitting } from '#src/access/standing-words.ts';
import { open } from '#test/access/cases.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';

let tiny: Awaited<ReturnType<typeof makeTinyEdges>>;
let real: Awaited<ReturnType<typeof makeTinyEdges>>;
beforeAll(async () => {
  [tiny, real] = await Promise.all([
    makeTinyEdges(),
    makeTinyEdges({ release: { synthetic: false } }),
  ]);
});
afterAll(() => Promise.all([tiny.close(), real.close()]));

const look = (more: Partial<Look> = {}): Look => ({
  path: '/board',
  search: new URLSearchParams(),
  rights: { kind: 'some', tiers: [open] },
  frame: { who: 'Somebody', kept: [], back: undefined },
  ...more,
});

/** The picture of the trend, as the page of a release has it. */
const trendOf = (release: string) => ({
  path: '/board/trend.png',
  search: new URLSearchParams({ release }),
});

/** A dashboard, and what it recorded. */
function boardOf(edges: Edges | undefined, record?: BoardParts['record']) {
  const recorded: string[] = [];
  const parts: BoardParts = {
    current: () => edges,
    answers: makeAnswers(usualSize, () => true),
    record:
      record ??
      (({ shown }) => {
        recorded.push(...shown.map(({ echo }) => echo));
        return Promise.resolve();
      }),
  };
  return { parts, recorded };
}

describe('of real data', () => {
  test('every view is recorded before it is sent', async () => {
    const { parts, recorded } = boardOf(real.edges);
    const { body } = await answerBoard(look(), parts);
    expect(recorded).toHaveLength(4);
    expect(body).not.toContain(words.synthetic);
    await answerBoard(look(trendOf('tiny-1')), parts);
    expect(recorded).toHaveLength(5);
    expect(recorded[4]).toBe(recorded[0]);
  });

  test('what cannot be recorded is not shown', async () => {
    const fault = new Error('the state is not open');
    const { parts } = boardOf(real.edges, () => Promise.reject(fault));
    for (const at of [{}, trendOf('tiny-1')])
      await expect(answerBoard(look(at), parts)).rejects.toBe(fault);
  });
});

test('of synthetic data nothing is recorded', async () => {
  const { parts, recorded } = boardOf(tiny.edges);
  expect((await answerBoard(look(), parts)).status).toBe(200);
  expect(recorded).toEqual([]);
});

test('a picture is of the release of its page, or there is none', async () => {
  const other = await makeTinyEdges({ release: { releaseId: 'tiny-2' } });
  let live = tiny.edges;
  const parts = { ...boardOf(live).parts, current: () => live };
  const { body } = await answerBoard(look(), parts);
  const [, url = ''] = /<img src="([^"]+)"/u.exec(String(body)) ?? [];
  const { pathname, searchParams } = new URL(url.replaceAll('&amp;', '&'), 'http://board.invalid');
  const pictured = look({ path: pathname, search: searchParams });
  expect((await answerBoard(pictured, parts)).type).toBe('image/png');
  live = other.edges;
  for (const at of [pictured, look({ path: pathname })])
    expect(await answerBoard(at, parts)).toMatchObject({ status: 404, body: words.nothing });
  expect((await answerBoard(look(trendOf('tiny-2')), parts)).type).toBe('image/png');
  await other.close();
});

describe('a release that is replaced while its views are worked out', () => {
  /** `next`: what answers after each view that was drawn. */
  function changing(next: (before: Edges) => Edges | undefined) {
    let live: Edges | undefined;
    const replaced = (): Edges => ({
      ...real.edges,
      render: async (spec) => {
        const picture = await real.edges.render(spec);
        live = live && next(live);
        return picture;
      },
    });
    live = replaced();
    const isCurrent = (edges: Edges) => edges === live;
    const { parts, recorded } = boardOf(undefined);
    const answers = makeAnswers(usualSize, isCurrent);
    return { parts: { ...parts, current: () => live, answers }, recorded, replaced };
  }

  test('is not shown, nor recorded: the one that answers now is', async () => {
    const later = await makeTinyEdges({ release: { synthetic: false, releaseId: 'tiny-2' } });
    const { parts, recorded } = changing(() => later.edges);
    const { status, body } = await answerBoard(look(), parts);
    expect(status).toBe(200);
    expect(body).toContain('release=tiny-2');
    expect(body).not.toContain('release=tiny-1');
    expect(recorded).toHaveLength(4);
    await later.close();
  });

  test('is not shown where it was withdrawn', async () => {
    for (const at of [{}, trendOf('tiny-1')]) {
      const { parts, recorded } = changing(() => undefined);
      expect((await answerBoard(look(at), parts)).status).toBe(503);
      expect(recorded).toEqual([]);
    }
  });

  test('is given up where it changes again and again', async () => {
    const { parts, recorded, replaced } = changing(() => replaced());
    const { status, body } = await answerBoard(look(), parts);
    expect(status).toBe(503);
    expect(body).toContain(words.changed.message);
    expect(recorded).toEqual([]);
  });
});

test('says that no release answers', async () => {
  const { status, body } = await answerBoard(look(), boardOf(undefined).parts);
  expect(status).toBe(503);
  expect(body).toContain(words.noRelease.message);
});

test('says that a tier does not fit the data', async () => {
  const rights = { kind: 'some', tiers: [{ ...open, level: 'parish' }] } as const;
  const { status, body } = await answerBoard(look({ rights }), boardOf(tiny.edges).parts);
  expect(status).toBe(403);
  expect(body).toContain(notFitting[0]);
});

test('a picture that cannot be drawn costs the picture alone, and a fault its view', async () => {
  const broken: Edges = { ...tiny.edges, render: () => Promise.reject(new Error('no picture')) };
  const without = await answerBoard(look(), boardOf(broken).parts);
  expect(without.body).toContain(words.lost('7F3A'));
  expect(without.body).toContain('<table>');
  const { warehouse } = tiny.edges.desk;
  const silent: Edges = {
    ...tiny.edges,
    desk: {
      ...tiny.edges.desk,
      warehouse: { ...warehouse, run: () => Promise.reject(new Error('no rows')) },
    },
  };
  const faulty = await answerBoard(look(), boardOf(silent).parts);
  expect(faulty.status).toBe(200);
  expect(faulty.body).toContain(words.fault('7F3A'));
  expect(faulty.body).not.toContain('<table>');
});
