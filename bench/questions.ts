import { join } from 'node:path';
import * as fc from 'fast-check';
import { queries } from '#queries/index.ts';
import { answer, type Edges } from '#src/answer.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import { makeDuckdbWarehouse } from '#src/edges/warehouse/make-duckdb-warehouse.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { methodSettings } from '#src/statistics/method-settings.ts';
import { goldenNames, readQuestion } from '#test/asks/golden-ask.ts';
import { someAsks } from '#test/support/some-asks.ts';
import { durationsOf, once, type Durations } from './stopwatch.ts';

const deadlineMs = 20_000;
const generated = 10_000;

/** How long some texts take, each once; `slowest`: the start of the text that takes longest. */
export type Questions = Durations & {
  readonly name: string;
  readonly count: number;
  readonly worst: number;
  readonly slowest: string;
};

/** Small words and parts of names, over and over: what a reader of questions finds hardest. */
const repeated = [
  'to ',
  'in ',
  'a ',
  '2022 ',
  'London ',
  'North ',
  'region:',
  'region:London,',
  'region:North+',
  'West Midlands ',
  'Newcastle ',
  'Lodnon ',
  'lift-date ',
  'between ',
  'and and ',
  'since ',
  'last ',
  'week ',
  'Abc Defgh ',
  'lorem ipsum ',
  '"',
  ',',
  'x',
  '🚆',
];

const hostile = [500, 10_000].flatMap((length) =>
  repeated.map((text) => text.repeat(Math.ceil(length / text.length)).slice(0, length)),
);

async function measure(
  name: string,
  texts: readonly string[],
  task: (text: string) => unknown,
): Promise<Questions> {
  const times: number[] = [];
  for (const text of texts) times.push((await once(() => task(text))).durationMs);
  const worst = Math.max(...times);
  const slowest = (texts[times.indexOf(worst)] ?? '').slice(0, 40);
  return { name, count: texts.length, ...durationsOf(times), worst, slowest };
}

const generate = (vocabulary: Vocabulary): readonly string[] =>
  fc
    .sample(someAsks(vocabulary), { numRuns: generated, seed: 1 })
    .map((ask) => usage(ask, vocabulary));

/** Reads generated and hostile texts, and answers every golden question, in this process. */
export async function measureQuestions(
  file: string,
  project: string,
): Promise<readonly Questions[]> {
  const sqlFolder = join(project, 'queries');
  const warehouse = await makeDuckdbWarehouse({ file, queries, sqlFolder });
  const settings = await readConfig(join(project, 'mobility.config.yml'), 'method', methodSettings);
  const vocabulary = await readVocabulary(warehouse, { deadlineMs });
  const render = makeRenderer({ fontsFolder: join(project, 'assets/fonts') });
  const edges: Edges = {
    desk: { warehouse, vocabulary, settings, deadlineMs },
    render,
    report: () => '0000',
  };
  const read = (text: string) => parseAsk(text, vocabulary);
  const texts = generate(vocabulary);
  const golden = await Promise.all(goldenNames().map(readQuestion));
  for (const text of [...texts.slice(0, 200), ...hostile]) read(text);
  const measured = [
    await measure('generated questions, text to ask', texts, read),
    await measure('hostile texts of 500 and 10,000 characters', hostile, read),
    await measure('golden questions, text to picture', golden, (text) => answer(text, edges)),
  ];
  await warehouse.close();
  return measured;
}
