import type { ParameterType } from '#src/ports.ts';
import type { Dataset, Row } from '#test/oracle/data/dataset.ts';
import type { ParameterValue } from '#test/oracle/evaluator/wire.ts';

/** A query with the values of its parameters. */
export type Question = {
  readonly sql: string;
  readonly types: Readonly<Record<string, ParameterType>>;
  readonly params: Readonly<Record<string, ParameterValue>>;
};

/** A data set that can be asked. Rows come as our warehouse decodes them, in the engine's order. */
export type Loaded = {
  readonly ask: (question: Question) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
};

/** Something that answers GoogleSQL over a data set. */
export type Engine<L extends Loaded = Loaded> = {
  readonly load: (dataset: Dataset) => Promise<L>;
  readonly close: () => Promise<void>;
};
