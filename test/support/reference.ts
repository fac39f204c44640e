import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../shared');

/** Tests that match published or reference numbers are skipped, by this word, where the reference data are not beside the project. */
export const reference = {
  present: existsSync(folder),
  path: (name: string): string => join(folder, name),
  json: (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')),
  csv: (name: string): Record<string, string>[] => {
    const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8').trim().split('\n');
    const keys = splitCsv(head);
    return lines.map((line) =>
      Object.fromEntries(splitCsv(line).map((value, index) => [keys[index] ?? '', value])),
    );
  },
};

const splitCsv = (line: string): string[] =>
  [...line.trim().matchAll(/("([^"]*)"|[^,]*)(,|$)/gu)]
    .slice(0, line.split(',').length)
    .map((match) => match[2] ?? match[1] ?? '');

export const whereReference = reference.present
  ? ''
  : ' (skipped: the reference data are not beside the project)';
