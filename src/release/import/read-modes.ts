import type { DuckDBConnection } from '@duckdb/node-api';
import type { Mode } from '#src/grammar/ask.ts';
import { textRows } from '../text-rows.ts';
import { slugOf } from './slug.ts';

const most = 255;

/** The modes of the staged trips in alphabetical order, and the mode of each text in the file. */
export type ReadModes = {
  readonly modes: readonly Mode[];
  readonly ofText: ReadonlyMap<string, Mode>;
};

const allModes: Mode = { value: 'all', label: 'All transport' };

/** Reads the modes of the staged trips; a file without them has the one mode `all`. Or says why they will not do. */
export async function readModes(
  connection: DuckDBConnection,
): Promise<ReadModes | { readonly reason: string }> {
  const rows = await textRows(
    connection,
    'SELECT DISTINCT mode FROM staged_trips WHERE mode IS NOT NULL ORDER BY mode',
  );
  const texts = rows.map((row) => row['mode'] ?? '');
  if (texts.length > most)
    return {
      reason: `has ${texts.length} modes, more than the ${most} that fit: is it the right column?`,
    };
  const nameless = texts.find((text) => slugOf(text) === '');
  if (nameless !== undefined)
    return { reason: `has a mode "${nameless}" without a letter or digit` };
  const ofText = new Map(texts.map((text) => [text, modeOf(text)]));
  const modes = [...new Map([...ofText.values()].map((mode) => [mode.value, mode])).values()];
  if (modes.length > 1 && modes.some(({ value }) => value === 'all')) {
    return {
      reason:
        'has the mode "all" beside others, so trips would be counted twice: leave out its rows, or the others',
    };
  }
  return { modes: modes.length === 0 ? [allModes] : modes, ofText };
}

function modeOf(text: string): Mode {
  const value = slugOf(text);
  return value === 'all'
    ? allModes
    : { value, label: text.charAt(0).toUpperCase() + text.slice(1) };
}
