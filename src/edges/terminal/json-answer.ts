import type { Finding } from '#src/finding.ts';
import type { Reading } from '#src/grammar/ask.ts';
import type { Provenance } from '#src/ports.ts';
import type { Refusal } from '#src/refusal.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { FaultWords } from '#src/say-fault.ts';
import type { Sentence } from '#src/summary/sentence.ts';
import type { Table } from '#src/summary/table.ts';

/** What the JSON of an answer is made of. */
export type JsonParts = {
  readonly usage: string;
  readonly echo: string;
  readonly reading: Reading;
  readonly finding: Finding;
  readonly sentences: readonly Sentence[];
  readonly table: Table;
  readonly chart: { readonly alt: Sentence } | undefined;
  readonly picture: { readonly path: string } | { readonly lost: string } | undefined;
  readonly release: ReleaseInfo;
  readonly provenance: readonly Provenance[];
};

/** The answer as data: `{ask, finding, sentences[], alt, table, chart, release, provenance}`. */
export const jsonAnswer = (parts: JsonParts): Record<string, unknown> => ({
  ask: { usage: parts.usage, read: parts.echo, notes: parts.reading.notes, ...parts.reading.ask },
  finding: parts.finding,
  sentences: parts.sentences.map(({ text }) => text),
  alt: parts.chart?.alt.text,
  table: { caption: parts.table.caption, columns: parts.table.columns, rows: parts.table.rows },
  chart: parts.picture,
  release: parts.release,
  provenance: parts.provenance,
});

/** A refusal as data. */
export const jsonRefusal = (refusal: Refusal): Record<string, unknown> => ({ refusal });

/** A fault as data: its reference, and what its asker is told. */
export const jsonFault = (fault: {
  readonly reference: string;
  readonly words: FaultWords;
}): Record<string, unknown> => ({ fault: { reference: fault.reference, ...fault.words } });
