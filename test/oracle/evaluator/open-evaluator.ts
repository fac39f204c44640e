import { z } from 'zod';
import { connect, type Service } from '#test/oracle/evaluator/connect.ts';
import {
  loadCatalogue,
  type Catalogue,
  type NamedTable,
} from '#test/oracle/evaluator/load-catalogue.ts';
import { startServer } from '#test/oracle/evaluator/start-server.ts';

/** GoogleSQL's reference evaluator. */
export type Evaluator = {
  readonly load: (tables: readonly NamedTable[]) => Promise<Catalogue>;
  readonly close: () => Promise<void>;
};

/** Starts the evaluator. It ends with `close`, and with this process. */
export async function openEvaluator(): Promise<Evaluator> {
  const server = await startServer();
  try {
    const service = await connect(server.address);
    const language = await readLanguage(service);
    return {
      load: (tables) => loadCatalogue(service, language, tables),
      close: async () => {
        service.close();
        await server.stop();
      },
    };
  } catch (cause) {
    await server.stop();
    throw new Error('the oracle does not start on this machine', { cause });
  }
}

/** Every feature of the language, as BigQuery's users have it. */
async function readLanguage(service: Service): Promise<unknown> {
  const all = await service.call('GetLanguageOptions', { maximumFeatures: true });
  return { ...z.looseObject({}).parse(all), productMode: 'PRODUCT_EXTERNAL' };
}
