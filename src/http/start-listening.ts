import { once } from 'node:events';
import type { Server } from 'node:http';
import { Fault } from '#src/fault.ts';

/** `host`: a name or an address of this computer. `port`: 0 for any that is free. */
export type Where = { readonly host: string; readonly port: number };

/** What a server grants to whoever is slow or silent. A quiet connection is kept for longer than balancers and proxies keep one, so that it is never us who close one that is about to be used. */
export const limits = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1000,
};

/** Has a server listen; its address, without a path. Throws `ConfigFault` `address` with the message given where the port cannot be had. */
export async function startListening(
  server: Server,
  { host, port }: Where,
  message: string,
): Promise<string> {
  try {
    await once(server.listen({ host, port }), 'listening');
  } catch (cause) {
    throw new Fault('ConfigFault', 'address', message, { cause });
  }
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}
