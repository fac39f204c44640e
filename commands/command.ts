import type { Finding } from '#src/finding.ts';
import type { Ask } from '#src/grammar/ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { ChartSpec, Provenance, Warehouse } from '#src/ports.ts';
import type { MethodSettings } from '#src/statistics/method-settings.ts';
import type { Sentence } from '#src/summary/sentence.ts';
import type { Table } from '#src/summary/table.ts';

/** What a command works with. */
export type Desk = {
  readonly warehouse: Warehouse;
  readonly vocabulary: Vocabulary;
  readonly settings: MethodSettings;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
};

/** The answer to one question, before it is drawn or delivered. All of it comes from `finding`. */
export type Reply = {
  readonly finding: Finding;
  readonly sentences: readonly Sentence[];
  readonly table: Table;
  readonly chart: { readonly spec: ChartSpec; readonly alt: Sentence } | undefined;
  readonly provenance: readonly Provenance[];
};

/** One subcommand: how it is asked, in one line, and how it is answered. */
export type Command<Name extends Ask['command'] = Ask['command']> = {
  readonly name: Name;
  readonly usage: string;
  readonly purpose: string;
  readonly reply: (ask: Extract<Ask, { command: Name }>, desk: Desk) => Promise<Reply>;
};
