import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importDataset, type ImportOptions } from '#src/release/import/import-dataset.ts';
import { ownFolder } from '#test/support/own-folder.ts';

/** Texts of a user's files, and what the user says of them. */
export type Texts = {
  readonly trips: string;
  readonly areas?: string;
  readonly events?: string;
} & Partial<Omit<ImportOptions, 'trips' | 'areas' | 'events'>>;

const twoAreas = 'code,name\n01,East\n02,West\n';

/** Imports texts into a folder of their own; `folder` may be one that was used before. */
export async function importTexts(
  { trips, areas = twoAreas, events, ...said }: Texts,
  folder = ownFolder(),
) {
  const place = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const file = join(folder, 'raw.duckdb');
  const outcome = await importDataset({
    trips: place('trips.csv', trips),
    areas: place('areas.csv', areas),
    events: events === undefined ? undefined : place('events.yml', events),
    map: {},
    name: 'mine',
    file,
    ...said,
  });
  return { outcome, file, folder };
}

/** What was wrong, as `file:line reason`. */
export async function problemsOf(texts: Texts): Promise<readonly string[]> {
  const { outcome } = await importTexts(texts);
  return outcome.kind === 'imported'
    ? []
    : outcome.problems.map(({ file, line, reason }) => `${file}:${line ?? ''} ${reason}`);
}
