import { join } from 'node:path';
import { queries } from '#queries/index.ts';
import { currentRelease } from '#src/edges/warehouse/current-release.ts';
import { makeDuckdbWarehouse } from '#src/edges/warehouse/make-duckdb-warehouse.ts';
import {
  goldenNames,
  isOfWords,
  makeStages,
  readQuestion,
  writeGolden,
  writeRecorded,
} from './golden-ask.ts';
import { recordWarehouse } from '#test/support/recorded-warehouse.ts';

const project = join(import.meta.dirname, '../..');
const home = process.env['MOBILITY_HOME'] || join(project, '.mobility');

/** What to record: `name`, `name "a new question"`, or everything where no name is given. */
async function wanted(
  argv: readonly string[],
): Promise<readonly { readonly name: string; readonly question: string }[]> {
  const [name, ...words] = argv;
  const names = name === undefined ? goldenNames() : [name];
  if (names.some((one) => !/^[a-z0-9-]+$/u.test(one)))
    throw new Error('A name has small letters, digits and hyphens.');
  return Promise.all(
    names.map(async (one) => ({
      name: one,
      question: words.length > 0 ? words.join(' ') : await readQuestion(one),
    })),
  );
}

async function record(name: string, question: string, file: string): Promise<void> {
  const real = await makeDuckdbWarehouse({ file, queries, sqlFolder: join(project, 'queries') });
  const { warehouse, recordings } = recordWarehouse(real);
  const made = await makeStages(question, warehouse);
  const rows = await recordings();
  await writeRecorded({ release: warehouse.release, words: rows.filter(isOfWords) });
  await writeGolden(
    name,
    question,
    rows.filter((one) => !isOfWords(one)),
    made,
  );
  await real.close();
  process.stdout.write(`${name}: ${question}\n`);
}

if (process.env['CI'] !== undefined) throw new Error('Golden files are never written in CI.');
const current = await currentRelease(home);
if (current.kind !== 'live') throw new Error('There is no release yet: ask a question first.');
for (const { name, question } of await wanted(process.argv.slice(2)))
  await record(name, question, current.file);
