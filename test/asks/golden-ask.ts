import { readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { areaAliases } from '#queries/area-aliases.ts';
import { areas } from '#queries/areas.ts';
import { events } from '#queries/events.ts';
import { modes } from '#queries/modes.ts';
import { answer } from '#src/answer.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Warehouse } from '#src/ports.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import { methodSettings } from '#src/statistics/method-settings.ts';
import { sayReceipt } from '#src/summary/say-receipt.ts';
import type { Recording } from '#test/support/recorded-warehouse.ts';

const folder = import.meta.dirname;
const deadlineMs = 20_000;

/** What every question of the golden ones is asked of: the release, its words, and what `all` of them were answered with. */
export type Recorded = { readonly release: ReleaseInfo; readonly words: readonly Recording[] };

/** The stages of an answer that golden files keep, in the order in which they are made. */
export const stages = ['plan', 'table', 'spec', 'answer'] as const;

export type Stages = Readonly<Record<(typeof stages)[number], string>>;

const recording = z.object({
  query: z.string(),
  params: z.unknown(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.unknown())),
});

const vocabularyQueries = [areas, areaAliases, modes, events].map(({ id }) => id);

/** Whether a query is asked once for all questions. */
export const isOfWords = ({ query }: Pick<Recording, 'query'>): boolean =>
  vocabularyQueries.includes(query);

/** The names of all golden questions. */
export const goldenNames = (): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'release')
    .map(({ name }) => name)
    .toSorted();

const read = (...path: readonly string[]): Promise<string> =>
  readFile(join(folder, ...path), 'utf8');

/** JSON with one line for each item of a list of lists, so that a changed row is one changed line. */
const lines = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;

const writeRecordings = (recordings: readonly Recording[]): string =>
  `[\n${recordings
    .map(
      ({ rows, ...head }) =>
        `${JSON.stringify(head).slice(0, -1)},"rows":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}`,
    )
    .join(',\n')}\n]\n`;

const readRecordings = (text: string): readonly Recording[] =>
  z.array(recording).parse(JSON.parse(text));

export async function readRecorded(): Promise<Recorded> {
  const release: unknown = JSON.parse(await read('release', 'release.json'));
  // Written by `npm run record` from a release that was checked.
  return {
    release: release as ReleaseInfo,
    words: readRecordings(await read('release', 'words.json')),
  };
}

export async function writeRecorded({ release, words }: Recorded): Promise<void> {
  await mkdir(join(folder, 'release'), { recursive: true });
  await writeFile(join(folder, 'release', 'release.json'), lines(release));
  await writeFile(join(folder, 'release', 'words.json'), writeRecordings(words));
}

/** The question of a name, without the line's end. */
export const readQuestion = async (name: string): Promise<string> =>
  (await read(name, 'question.txt')).replace(/\n$/u, '');

export const readRows = async (name: string): Promise<readonly Recording[]> =>
  readRecordings(await read(name, 'rows.json'));

export async function readStages(name: string): Promise<Stages> {
  const texts = await Promise.all(stages.map((stage) => read(name, `${stage}.json`)));
  const found = stages.map((stage, at) => [stage, texts[at] ?? ''] as const);
  return { plan: '', table: '', spec: '', answer: '', ...Object.fromEntries(found) };
}

/** Writes everything of one golden question. */
export async function writeGolden(
  name: string,
  question: string,
  rows: readonly Recording[],
  made: Stages,
): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'question.txt'), `${question}\n`);
  await writeFile(join(folder, name, 'rows.json'), writeRecordings(rows));
  for (const stage of stages) await writeFile(join(folder, name, `${stage}.json`), made[stage]);
}

type Asked = { readonly query: string; readonly params: unknown };

/** The same warehouse, with a note of what it is asked. */
function listenTo(warehouse: Warehouse, asked: Asked[]): Warehouse {
  return {
    ...warehouse,
    run: (query, params, options) => {
      asked.push({ query: query.id, params });
      return warehouse.run(query, params, options);
    },
  };
}

/** A specification with one line for each row of its data. */
const specLines = (spec: unknown): string =>
  `${JSON.stringify(spec ?? null).replaceAll('},{', '},\n{')}\n`;

/** Puts a question to the real pipeline over a warehouse and gives its stages as they are kept. */
export async function makeStages(question: string, given: Warehouse): Promise<Stages> {
  const asked: Asked[] = [];
  const warehouse = listenTo(given, asked);
  const vocabulary = await readVocabulary(warehouse, { deadlineMs });
  const settings = await readConfig(
    join(folder, '../../mobility.config.yml'),
    'method',
    methodSettings,
  );
  const faults: unknown[] = [];
  const outcome = await answer(question, {
    desk: { warehouse, vocabulary, settings, deadlineMs },
    render: () => Promise.resolve({ png: new Uint8Array(), widthPx: 1, heightPx: 1 }),
    report: (fault) => {
      faults.push(fault);
      return '0000';
    },
  });
  if (outcome.kind === 'fault') throw faults[0];
  const queries = asked.filter((one) => !isOfWords(one));
  if (outcome.kind === 'refused')
    return {
      plan: lines({ queries }),
      table: lines(null),
      spec: lines(null),
      answer: lines({ refusal: outcome.refusal }),
    };
  const { reply, reading, echo } = outcome;
  return {
    plan: lines({ ask: reading.ask, usage: usage(reading.ask, vocabulary), queries }),
    table: lines(reply.table),
    spec: specLines(reply.chart?.spec),
    answer: lines({
      echo,
      notes: reading.notes,
      sentences: reply.sentences.map(({ text }) => text),
      alt: reply.chart?.alt.text ?? null,
      receipt: sayReceipt(warehouse.release, []),
    }),
  };
}
