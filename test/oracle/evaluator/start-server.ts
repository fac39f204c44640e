import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { serverFile } from '#test/oracle/evaluator/package-files.ts';

/** A running evaluator, on the loopback interface alone. */
export type Server = { readonly address: string; readonly stop: () => Promise<void> };

/** Lives as long as its standard input is open: it ends with its parent, even where that is killed. */
const untilParentEnds =
  '"$0" localhost "$1" & server=$!; cat > /dev/null; kill -9 "$server"; wait "$server"';

/** Starts the evaluator on a port that is free. It may not be listening yet. */
export async function startServer(): Promise<Server> {
  const port = await freePort();
  const child = spawn('sh', ['-c', untilParentEnds, serverFile, String(port)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(child, 'exit');
  return {
    address: `localhost:${port}`,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
