import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersTo } from '#test/attack/ask-all.ts';
import { openAttacked, plantRaw, type Attacked } from '#test/attack/attacked.ts';
import { faceNames, type Faces } from '#test/attack/faces.ts';
import { addToPool, attackPool, emptyPool, type Attack } from '#test/attack/pool.ts';
import { threshold } from '#test/attack/kestria.ts';
import { someQuestions } from '#test/attack/questions.ts';
import { between, seeded } from '#test/attack/seeded.ts';
import { isDrawn, readTruth, type TrueLeaf, type Truth } from '#test/attack/truth.ts';

const questionCount = 10_000;
const repeatCount = 200;
const longMs = 300_000;

let attacked: Attacked;
beforeAll(async () => {
  attacked = await openAttacked();
}, longMs);
afterAll(() => attacked.close());

function pooled(answers: readonly Faces[], truth: Truth): Attack {
  const pool = emptyPool();
  for (const faces of answers) addToPool(pool, faces);
  return attackPool(pool, truth);
}

test(
  `${questionCount} pooled questions give back the protected leaves and never a raw one`,
  { timeout: longMs },
  async () => {
    const { edges, truth } = attacked;
    const texts = someQuestions(questionCount, seeded(5), edges.desk.vocabulary);
    const distinct = [...new Set(texts)];
    const answers = await answersTo(distinct, edges);
    const times = Map.groupBy(texts, (text) => text);
    const pool = emptyPool();
    for (const [at, text] of distinct.entries())
      addToPool(pool, answers[at] ?? expect.fail(), times.get(text)?.length);
    const attack = attackPool(pool, truth);
    expect(attack.problems).toEqual([]);
    // The attack has teeth: it read every face, and it took hundreds of hidden leaves apart.
    expect(pool.questions).toBe(questionCount);
    expect(distinct.length).toBeGreaterThan(questionCount / 3);
    for (const face of faceNames) expect(pool.faces.get(face) ?? 0).toBeGreaterThan(1000);
    expect(attack.checked).toBeGreaterThan(2500);
    expect(attack.differing).toBeGreaterThan(700);
    expect(attack.averaged).toBeGreaterThan(500);
    // A question that is asked again is answered byte for byte alike, so that each had to be put once only.
    const again = distinct.slice(0, repeatCount);
    expect(await answersTo(again, edges)).toEqual(answers.slice(0, repeatCount));
  },
);

/** A sensitive leaf whose column has no other hidden leaf, and is shown. */
function loneLeaf({ leaves }: Truth): TrueLeaf {
  const columns = Map.groupBy(leaves, (leaf) => `${leaf.destination} ${leaf.mode} ${leaf.week}`);
  const lone = [...columns.values()].find((column) => {
    const hidden = column.filter(({ known }) => !known);
    return (
      hidden.length === 1 &&
      hidden.every(({ x, sensitive }) => sensitive && x >= threshold && !isDrawn(x)) &&
      column.length > 4
    );
  });
  const leaf = lone?.find(({ known }) => !known);
  if (leaf === undefined) throw new Error('no lone leaf');
  return leaf;
}

describe('planted faults', () => {
  const ask = ({ destination, mode }: TrueLeaf) => [
    `region:${destination} mode:${mode}`,
    `region:${destination} mode:${mode} since:2021-03-31`,
  ];

  test('one sensitive leaf left raw in a release is found, by what was released before and by the rule alone', async () => {
    const { file, rawFile, truth, open } = attacked;
    const leaf = loneLeaf(truth);
    const [origin] = leaf.name.split(' > ');
    const where = `week = '${leaf.week}' AND destination = '${leaf.destination}' AND mode = '${leaf.mode}' AND origin = '${origin}'`;
    const planted = await plantRaw({ file, rawFile }, where);
    const answers = await answersTo(ask(leaf), await open(planted));
    const known = pooled(answers, truth).problems;
    expect(known.join('\n')).toContain(
      `${leaf.destination} by ${leaf.mode}, week ${leaf.week}: said`,
    );
    const alone = pooled(answers, await readTruth(rawFile, planted)).problems;
    expect(alone.join('\n')).toMatch(/recovered \d+, protected \d+, raw \d+(: not 0 or b)?/u);
  });

  test('answers that are each perturbed by themselves average out to the raw figure, and are found', () => {
    const { truth } = attacked;
    const { x, destination, mode, week } = loneLeaf(truth);
    const column = truth.leaves.filter(
      (leaf) => leaf.destination === destination && leaf.mode === mode && leaf.week === week,
    );
    const raw = column.reduce((sum, leaf) => sum + leaf.x, 0);
    const rng = seeded(9);
    const told = Array.from(
      { length: 400 },
      (_, question) =>
        [
          `${question}`,
          {
            subject: { place: destination, mode },
            weeks: [week],
            trips: raw + between(rng, -4, 4),
          },
        ] as const,
    );
    const { problems } = attackPool({ ...emptyPool(), told: new Map(told) }, truth);
    const [, estimate] =
      /averaged over 400 pairs ([\d.]+) ± 0\.1,/u.exec(problems.join('\n')) ?? [];
    expect(Math.round(Number(estimate))).toBe(x);
  });

  test('a raw number in an alt text is found', async () => {
    const { edges, truth } = attacked;
    const [faces] = await answersTo(['region:Coldbrook mode:cycle'], edges);
    if (faces === undefined) throw new Error('no answer');
    expect(faces.alt).toMatch(/There were [\d,]+ /u);
    const last = truth.leaves.filter(
      ({ destination, mode, week }) =>
        destination === 'D03' && mode === 'cycle' && week === '2021-09-27',
    );
    const raw = last.reduce((sum, { x }) => sum + x, 0);
    const alt = faces.alt.replace(/There were [\d,]+ /u, `There were ${raw} `);
    expect(pooled([faces], truth).problems).toEqual([]);
    expect(pooled([{ ...faces, alt }], truth).problems.join()).toContain(`said ${raw}, protected`);
  });

  const figures = {
    sentences: /were ([\d,]+) trips/u,
    alt: /around ([\d,]+) trips/u,
    table: /"([\d,]+)","before"/u,
    spec: /"week":"[^"]+","middleMs":\d+,"trips":(\d+)/u,
    json: /"published","value":(\d+)/u,
    terminal: /\d{4} +([\d,]+) +before/u,
  };

  test.each(faceNames)('another number in one figure of the %s is found', async (face) => {
    const { edges, truth } = attacked;
    const [faces] = await answersTo(['region:Aldmere mode:rail'], edges);
    if (faces === undefined) throw new Error('no answer');
    const changed = faces[face].replace(figures[face], (whole, number: string) =>
      whole.replace(number, String(Number(number.replaceAll(',', '')) + 17)),
    );
    expect(changed).not.toBe(faces[face]);
    expect(pooled([{ ...faces, [face]: changed }], truth).problems.join()).toContain('said');
  });
});
