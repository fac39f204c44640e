import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, type Edges } from '#src/answer.ts';
import { answersTo } from '#test/attack/ask-all.ts';
import { openAttacked, type Attacked } from '#test/attack/attacked.ts';
import { faceNames, firstDifference, type Faces } from '#test/attack/faces.ts';
import { plantRaw } from '#test/attack/plant.ts';
import { someQuestions } from '#test/attack/questions.ts';
import { seeded } from '#test/attack/seeded.ts';
import { findTwins, type Twin } from '#test/attack/twin.ts';
import { isThorough } from '#test/support/thorough.ts';

const longMs = 300_000;
const twinNumbers = isThorough ? [1, 2, 3, 4] : [1];
const corpusSize = 220;
const pictureCount = 10;

let attacked: Attacked;
let twins: readonly Twin[] = [];
let corpus: readonly string[] = [];
let said: readonly Faces[] = [];

beforeAll(async () => {
  attacked = await openAttacked();
  const { folder, leaves, rawFile, file, edges } = attacked;
  const original = { trips: leaves, rawFile, file };
  twins = await findTwins(join(folder, 'twins'), original, { seed: 1, count: twinNumbers.length });
  corpus = someQuestions(corpusSize, seeded(11), edges.desk.vocabulary);
  said = await answersTo(corpus, edges);
}, longMs);
afterAll(() => attacked.close());

/** The questions that two sources answer differently, each with the first difference. */
function differing(other: readonly Faces[]): readonly string[] {
  return corpus.flatMap((text, at) => {
    const [one, two] = [said[at], other[at]];
    const difference = one && two ? firstDifference(one, two) : 'not answered';
    return difference === undefined ? [] : [`${text}: ${difference}`];
  });
}

test('the twins differ from the original in two hidden leaves of each mode, each from the others, and the corpus fills every face', () => {
  for (const { changed } of twins) expect(changed).toHaveLength(6);
  expect(new Set(twins.map(({ changed }) => JSON.stringify(changed))).size).toBe(
    twinNumbers.length,
  );
  for (const face of faceNames)
    expect(said.filter((faces) => faces[face] !== '').length).toBeGreaterThan(corpusSize / 2);
});

test.each(twinNumbers)(
  'raw data that differ in hidden leaves only and have the same draws are answered byte for byte alike (twin %i)',
  { timeout: longMs },
  async (number) => {
    const twin = twins[number - 1];
    const other = await answersTo(corpus, await attacked.open(twin?.file ?? ''));
    expect(differing(other)).toEqual([]);
  },
);

/** The pictures of the first questions of the corpus that have one. */
async function pictures(edges: Edges): Promise<readonly Buffer[]> {
  const drawn: Buffer[] = [];
  for (const [at, text] of corpus.entries()) {
    if (drawn.length === pictureCount) break;
    if (said[at]?.spec === '') continue;
    const outcome = await answer(text, edges);
    if (outcome.kind === 'answered' && outcome.picture !== undefined)
      drawn.push(Buffer.from(outcome.picture.png));
  }
  return drawn;
}

test(
  `the pictures of ${pictureCount} answers are byte for byte alike`,
  { timeout: longMs },
  async () => {
    const own = await pictures(await attacked.open(attacked.file, true));
    const others = await pictures(await attacked.open(twins[0]?.file ?? '', true));
    expect(own).toHaveLength(pictureCount);
    expect(own.every((png) => png.length > 5000)).toBe(true);
    expect(others.map((png, at) => png.equals(own[at] ?? Buffer.alloc(0)))).toEqual(
      own.map(() => true),
    );
  },
);

describe('planted faults', () => {
  test('a release that keeps the raw figures answers otherwise than its twin', async () => {
    const [twin] = twins;
    const [one, other] = await Promise.all([
      plantRaw(attacked),
      plantRaw({ file: twin?.file ?? '', rawFile: twin?.rawFile ?? '' }),
    ]);
    const texts = ['region:Aldmere', 'region:Northmark', 'region:Kestria'];
    const [a, b] = await Promise.all(
      [one, other].map(async (file) => answersTo(texts, await attacked.open(file))),
    );
    const found = texts.map((_, at) => a?.[at] && b?.[at] && firstDifference(a[at], b[at]));
    expect(found.some((difference) => /^(sentences|alt|table)/u.test(difference ?? ''))).toBe(true);
  });

  test('one raw figure of one twin in any face of one answer is found', () => {
    const at = said.findIndex((faces) => faceNames.every((face) => /\d/u.test(faces[face])));
    for (const face of faceNames) {
      const other = said.map((faces, index) =>
        index === at ? { ...faces, [face]: faces[face].replace(/\d(?=\D*$)/u, 'x') } : faces,
      );
      expect(differing(other)).toEqual([expect.stringContaining(`${face}: `)]);
    }
  });
});
