import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import sharp from 'sharp';
import { readTrend } from '#commands/read-trend.ts';
import { trendChart } from '#commands/trend-chart.ts';
import { queries } from '#queries/index.ts';
import { answer, type Edges } from '#src/answer.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import { makeDuckdbWarehouse } from '#src/edges/warehouse/make-duckdb-warehouse.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { methodSettings } from '#src/statistics/method-settings.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import { sayTrend } from '#src/summary/trend/say-trend.ts';
import { often, type Durations } from './stopwatch.ts';

/** One stage of an answer, and what it is held against. */
export type Stage = {
  readonly name: string;
  readonly durations: Durations;
  readonly beside?: Durations & { readonly name: string };
};

const times = 40;
const deadlineMs = 20_000;

/** The same sum of one region by week, without contract, pool or rewriting. */
async function bareQuery(file: string, destination: string): Promise<Durations> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY', threads: '2' });
  const connection = await instance.connect();
  const sql = `SELECT week, sum(trips) FROM leaf_weekly
    WHERE destination IN (SELECT descendant FROM area_closure WHERE ancestor = '${destination}') GROUP BY week ORDER BY week`;
  const durations = await often(() => connection.runAndReadAll(sql), times);
  connection.closeSync();
  instance.closeSync();
  return durations;
}

/** The same pixels, encoded only. */
async function barePng(png: Uint8Array): Promise<Durations> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return often(() => sharp(data, { raw }).png({ compressionLevel: 2 }).toBuffer(), times);
}

/** Measures the whole answer and each stage of it, warm, in this process. */
export async function measureStages(
  file: string,
  project: string,
  question: string,
): Promise<readonly Stage[]> {
  const warehouse = await makeDuckdbWarehouse({
    file,
    queries,
    sqlFolder: join(project, 'queries'),
  });
  const settings = await readConfig(join(project, 'mobility.config.yml'), 'method', methodSettings);
  const vocabulary = await readVocabulary(warehouse, { deadlineMs });
  const render = makeRenderer({ fontsFolder: join(project, 'assets/fonts') });
  const desk = { warehouse, vocabulary, settings, deadlineMs };
  const edges: Edges = { desk, render, report: () => '0000' };
  const parsed = parseAsk(question, vocabulary);
  if (parsed.kind !== 'read' || parsed.reading.ask.command !== 'trend')
    throw new Error('the question is not a trend');
  const { ask } = parsed.reading;
  const { input } = await readTrend(ask, desk);
  const finding = findTrend(input);
  const spec = trendChart(finding);
  const parse = await often(() => parseAsk(question, vocabulary), times);
  const read = await often(() => readTrend(ask, desk), times);
  const say = await often(() => sayTrend(findTrend(input)), times);
  const chart = await often(() => trendChart(finding), times);
  const picture = await often(() => render(spec), times);
  const bare = await bareQuery(file, ask.destinations[0]?.code ?? '');
  const encode = await barePng((await render(spec)).png);
  const whole = await often(() => answer(question, edges), times);
  await warehouse.close();
  return [
    { name: 'question, text to ask', durations: parse },
    { name: 'bare DuckDB query', durations: bare },
    {
      name: 'query: three, through the warehouse',
      durations: read,
      beside: { name: 'the bare query', ...bare },
    },
    { name: 'statistics and words', durations: say },
    { name: 'chart, finding to spec', durations: chart },
    { name: 'bare PNG of the same pixels', durations: encode },
    {
      name: 'PNG, spec to picture',
      durations: picture,
      beside: { name: 'the bare PNG', ...encode },
    },
    { name: 'whole answer, text to picture', durations: whole },
  ];
}
