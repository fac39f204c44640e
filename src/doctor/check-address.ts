import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Outcome } from './check.ts';
import { judgeAddress } from './judge-address.ts';

/** Listens for a moment where the dashboard is to listen. */
export async function checkAddress(where: {
  readonly host: string;
  readonly port: number;
}): Promise<Outcome> {
  const { host, port } = where;
  const server = createServer();
  try {
    await once(server.listen({ host, port }), 'listening');
    return judgeAddress(undefined, where);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
    return judgeAddress(error.code, where);
  } finally {
    server.close();
  }
}
