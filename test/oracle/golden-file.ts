import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rows = z.array(z.record(z.string(), plain).readonly()).readonly();

/** One question that the oracle answered: the tables it reads, its parameters, and the oracle's rows. */
const goldenCase = z.strictObject({
  params: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()]))
    .readonly(),
  tables: z.record(z.string(), rows).readonly(),
  rows,
});

export type GoldenCase = z.infer<typeof goldenCase>;

const fileOf = (id: string) => join(import.meta.dirname, 'golden', `${id}.json`);

/** What the oracle said about a registered query; undefined where nothing was recorded. */
export function readGolden(id: string): readonly GoldenCase[] | undefined {
  const file = fileOf(id);
  if (!existsSync(file)) return undefined;
  return z.array(goldenCase).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Writes a golden file, a row a line. Never in CI. */
export function writeGolden(id: string, cases: readonly GoldenCase[]): void {
  if (process.env['CI'] !== undefined) throw new Error('CI never writes golden files');
  writeFileSync(fileOf(id), `[\n${cases.map(writeCase).join(',\n')}\n]\n`);
}

function writeCase({ params, tables, rows: answered }: GoldenCase): string {
  const filled = Object.entries(tables).map(
    ([name, own]) => `      ${JSON.stringify(name)}: ${writeRows(own, '      ')}`,
  );
  return `  {
    "params": ${JSON.stringify(params)},
    "tables": {
${filled.join(',\n')}
    },
    "rows": ${writeRows(answered, '    ')}
  }`;
}

function writeRows(list: z.infer<typeof rows>, indent: string): string {
  if (list.length === 0) return '[]';
  const lines = list.map((row) => `${indent}  ${JSON.stringify(row)}`);
  return `[\n${lines.join(',\n')}\n${indent}]`;
}
