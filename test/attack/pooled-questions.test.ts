import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersTo } from '#test/attack/ask-all.ts';
import { attackPool } from '#test/attack/attack-pool.ts';
import { openAttacked, type Attacked } from '#test/attack/attacked.ts';
import { faceNames } from '#test/attack/faces.ts';
import { addToPool, emptyPool } from '#test/attack/pool.ts';
import { someQuestions } from '#test/attack/questions.ts';
import { readStatements } from '#test/attack/read-statements.ts';
import { pick, seeded } from '#test/attack/seeded.ts';
import { unreadNumbers } from '#test/attack/unread-numbers.ts';
import { isThorough } from '#test/support/thorough.ts';

/** Of the questions of the thorough run. */
const share = isThorough ? 1 : 0.2;
const questionCount = share * 10_000;
/** Different questions; the others ask one of them again. */
const variety = share * 2_500;
const repeatCount = 200;
const longMs = 300_000;

let attacked: Attacked;
beforeAll(async () => {
  attacked = await openAttacked();
}, longMs);
afterAll(() => attacked.close());

/** Different questions, by how often each is asked. */
function questions(): ReadonlyMap<string, number> {
  const rng = seeded(5);
  const some = someQuestions(variety, rng, attacked.edges.desk.vocabulary);
  const again = Array.from({ length: questionCount - variety }, () => pick(rng, some));
  const times = Map.groupBy([...some, ...again], (text) => text);
  return new Map([...times].map(([text, all]) => [text, all.length]));
}

test(
  `${questionCount} pooled questions give back the protected leaves and never a raw one`,
  { timeout: longMs },
  async () => {
    const { edges, truth, file, open } = attacked;
    const times = questions();
    const distinct = [...times.keys()];
    const answers = await answersTo(distinct, edges);
    const pool = emptyPool();
    const unread: string[] = [];
    for (const [at, text] of distinct.entries()) {
      const faces = answers[at] ?? expect.fail();
      const told = readStatements(faces, truth.country);
      addToPool(pool, told, times.get(text));
      unread.push(...unreadNumbers(faces, told));
    }
    expect(unread).toEqual([]);
    const attack = attackPool(pool, truth);
    expect(attack.problems).toEqual([]);
    // The attack has teeth: it read every face, and it took thousands of hidden leaves apart.
    expect(pool.questions).toBe(questionCount);
    expect(distinct.length).toBeGreaterThan(0.9 * variety);
    for (const kind of ['trend', 'compare', 'flows', 'day'])
      for (const face of faceNames)
        expect(pool.sources.get(`${kind} ${face}`), `${kind} ${face}`).toBeGreaterThan(share * 200);
    for (const face of ['sentences', 'table', 'json', 'terminal'])
      expect(pool.sources.get(`method ${face}`), `method ${face}`).toBeGreaterThan(share * 100);
    expect(attack.checked).toBeGreaterThan(share * 30_000);
    expect(attack.percents).toBeGreaterThan(share * 1000);
    expect(attack.differing).toBeGreaterThan(share * 1500);
    expect(attack.recoveredDays).toBeGreaterThan(share * 1500);
    expect(attack.averaged).toBeGreaterThan(share * 2000);
    // A question that is asked again is answered byte for byte alike, so that each had to be put once only.
    const again = distinct.slice(0, repeatCount);
    expect(await answersTo(again, await open(file))).toEqual(answers.slice(0, repeatCount));
  },
);
