import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Edges } from '#src/answer.ts';
import { makeAnswers, usualSize } from '#src/board/make-answers.ts';
import { busy } from '#src/refusal.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';

let tiny: Awaited<ReturnType<typeof makeTinyEdges>>;
beforeAll(async () => {
  tiny = await makeTinyEdges();
});
afterAll(() => tiny.close());

const question = 'region:Arden';

/** The edges, with what is drawn. `most`: pictures drawn at the same time. `break`: the next picture cannot be drawn. */
function watched() {
  const seen = { drawn: 0, now: 0, most: 0, break: false };
  const edges: Edges = {
    ...tiny.edges,
    render: async (spec) => {
      seen.drawn += 1;
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      if (seen.break) {
        seen.break = false;
        seen.now -= 1;
        throw new Error('no picture');
      }
      const picture = await tiny.edges.render(spec);
      seen.now -= 1;
      return picture;
    },
  };
  return { edges, seen };
}

test('what was answered is not asked or drawn again, even while it is being answered', async () => {
  const { edges, seen } = watched();
  const answers = makeAnswers(usualSize, () => true);
  const [first, second] = await Promise.all([answers(question, edges), answers(question, edges)]);
  const third = await answers(question, edges);
  expect(first.kind).toBe('answered');
  expect(second).toBe(first);
  expect(third).toBe(first);
  expect(seen.drawn).toBe(1);
});

test('questions are answered one at a time', async () => {
  const { edges, seen } = watched();
  const answers = makeAnswers(usualSize, () => true);
  await Promise.all(
    [question, 'region:"North Arden"', 'region:"South Arden"'].map((each) => answers(each, edges)),
  );
  expect(seen).toMatchObject({ drawn: 3, most: 1 });
});

test('of more than are kept, the one not used for longest is asked anew', async () => {
  const { edges, seen } = watched();
  const answers = makeAnswers({ ...usualSize, most: 2 }, () => true);
  const north = 'region:"North Arden"';
  for (const each of [question, north, question, 'region:"South Arden"', question])
    await answers(each, edges);
  expect(seen.drawn).toBe(3);
  await answers(north, edges);
  expect(seen.drawn).toBe(4);
});

test('another release is asked anew', async () => {
  const [before, after] = [watched(), watched()];
  const answers = makeAnswers(usualSize, () => true);
  await answers(question, before.edges);
  await answers(question, after.edges);
  expect([before.seen.drawn, after.seen.drawn]).toEqual([1, 1]);
});

test('a question is dropped whose release no longer answers when its turn comes', async () => {
  const [before, after] = [watched(), watched()];
  let live = before.edges;
  const answers = makeAnswers(usualSize, (edges) => edges === live);
  const waiting = [question, 'region:"North Arden"'].map((each) => answers(each, before.edges));
  live = after.edges;
  const outcomes = [...(await Promise.all(waiting)), await answers(question, before.edges)];
  expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused']);
  expect((await answers(question, after.edges)).kind).toBe('answered');
  expect([before.seen.drawn, after.seen.drawn]).toEqual([0, 1]);
});

test('an answer without its picture is asked anew', async () => {
  const { edges, seen } = watched();
  const answers = makeAnswers(usualSize, () => true);
  seen.break = true;
  expect(await answers(question, edges)).toMatchObject({ lostPicture: '7F3A' });
  expect(await answers(question, edges)).toMatchObject({ lostPicture: undefined });
});

test('too many at once are told so, and one that is known is not among them', async () => {
  const { edges } = watched();
  const answers = makeAnswers({ most: 10, mostWaiting: 2 }, () => true);
  const outcomes = await Promise.all(
    [question, 'region:"North Arden"', 'region:"South Arden"', question].map((each) =>
      answers(each, edges),
    ),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(['answered', 'answered', 'refused', 'answered']);
  expect(outcomes[2]).toMatchObject({ refusal: busy });
  expect((await answers('region:"South Arden"', edges)).kind).toBe('answered');
});
