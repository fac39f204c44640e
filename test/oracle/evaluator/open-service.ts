import { z } from 'zod';
import { connect, type Service } from '#test/oracle/evaluator/connect.ts';
import { startServer } from '#test/oracle/evaluator/start-server.ts';

/** GoogleSQL as a server of this process. `language`: what it is to read SQL as. */
export type OpenService = {
  readonly service: Service;
  readonly language: Readonly<Record<string, unknown>>;
  readonly close: () => Promise<void>;
};

/** Starts the server. It ends with `close`, and with this process. Rejects where it does not start here. */
export async function openService(): Promise<OpenService> {
  const server = await startServer();
  try {
    const service = await connect(server.address);
    const language = await readLanguage(service);
    return {
      service,
      language,
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
async function readLanguage(service: Service): Promise<Readonly<Record<string, unknown>>> {
  const all = await service.call('GetLanguageOptions', { maximumFeatures: true });
  return { ...z.looseObject({}).parse(all), productMode: 'PRODUCT_EXTERNAL' };
}
