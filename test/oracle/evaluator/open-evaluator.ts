import {
  loadCatalogue,
  type Catalogue,
  type NamedTable,
} from '#test/oracle/evaluator/load-catalogue.ts';
import { openService } from '#test/oracle/evaluator/open-service.ts';

/** GoogleSQL's reference evaluator. */
export type Evaluator = {
  readonly load: (tables: readonly NamedTable[]) => Promise<Catalogue>;
  readonly close: () => Promise<void>;
};

/** Starts the evaluator. It ends with `close`, and with this process. */
export async function openEvaluator(): Promise<Evaluator> {
  const { service, language, close } = await openService();
  return { load: (tables) => loadCatalogue(service, language, tables), close };
}
