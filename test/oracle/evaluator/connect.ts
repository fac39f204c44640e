import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageFolder, protoFolder } from '#test/oracle/evaluator/package-files.ts';

/** Calls of the evaluator's service, by the names of its protocol. Rejects with the evaluator's own words. */
export type Service = {
  readonly call: (method: string, request: unknown) => Promise<unknown>;
  readonly close: () => void;
};

type Answer = (error: { readonly details: string } | null, answer: unknown) => void;

type Client = Readonly<Record<string, (request: unknown, answer: Answer) => void>> & {
  readonly waitForReady: (deadline: number, ready: (error?: Error) => void) => void;
  readonly close: () => void;
};

type Grpc = {
  readonly credentials: { readonly createInsecure: () => unknown };
  readonly loadPackageDefinition: (definition: unknown) => {
    readonly zetasql: {
      readonly local_service: {
        readonly ZetaSqlLocalService: new (
          address: string,
          credentials: unknown,
          options: Readonly<Record<string, number>>,
        ) => Client;
      };
    };
  };
};

type ProtoLoader = {
  readonly loadSync: (file: string, options: Readonly<Record<string, unknown>>) => unknown;
};

const startsWithinMs = 20_000;

/** Connects when the server listens. The packages are loaded from the oracle's own folder, and only here. */
export async function connect(address: string): Promise<Service> {
  const client = makeClient(address);
  await new Promise<void>((resolve, reject) => {
    client.waitForReady(Date.now() + startsWithinMs, (error) =>
      error === undefined || error === null ? resolve() : reject(error),
    );
  });
  return {
    call: (method, request) =>
      new Promise((resolve, reject) => {
        client[method]?.(request, (error, answer) =>
          error === null ? resolve(answer) : reject(new Error(error.details)),
        );
      }),
    close: () => client.close(),
  };
}

function makeClient(address: string): Client {
  const load = createRequire(join(packageFolder, 'package.json'));
  // These packages are not installed where types are checked.
  const grpc = load('@grpc/grpc-js') as Grpc;
  const loader = load('@grpc/proto-loader') as ProtoLoader;
  const definition = loader.loadSync('local_service.proto', {
    oneofs: true,
    longs: String,
    enums: String,
    includeDirs: [protoFolder],
  });
  const { ZetaSqlLocalService } = grpc.loadPackageDefinition(definition).zetasql.local_service;
  return new ZetaSqlLocalService(address, grpc.credentials.createInsecure(), {
    'grpc.enable_http_proxy': 0,
  });
}
