import { beforeAll, describe, test } from 'vitest';
import { seeded } from '#test/attack/seeded.ts';
import { corpus, makeQuestion } from '#test/oracle/corpus/questions.ts';
import { makeSample } from '#test/oracle/corpus/sample.ts';
import {
  expectSameRows,
  startsWithinMs,
  type Both,
  type BothEngines,
} from '#test/oracle/suites/both-engines.ts';
import type { Counter } from '#test/oracle/suites/counter.ts';
import { isThorough } from '#test/support/thorough.ts';

const sampleCount = isThorough ? 12 : 5;

/** Every rule of the rewriter, in queries over random rows with NULL. */
export function compareCorpus(engines: () => BothEngines, counter: Counter): void {
  describe('every construct of the subset over random rows', () => {
    const samples: Both[] = [];
    beforeAll(async () => {
      const rng = seeded(7);
      for (let made = 0; made < sampleCount; made += 1)
        samples.push(await engines().load(makeSample(rng)));
    }, startsWithinMs);

    test.each(corpus)('%s', async (sql) => {
      const rng = seeded(sql.length);
      for (const both of samples) {
        await expectSameRows(both, makeQuestion(rng, sql));
        counter.compared += 1;
      }
    });
  });
}
