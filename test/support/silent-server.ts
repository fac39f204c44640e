import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can go silent. */
export type SilentServer = {
  readonly port: number;
  /** From now on nothing passes, and nobody hangs up. */
  readonly hush: () => void;
  readonly stop: () => Promise<void>;
};

/** Passes everything on to the server at `port`; where that is undefined it accepts connections and never says a word. */
export async function startSilentServer(port: number | undefined): Promise<SilentServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    if (port === undefined) return;
    const onward = connect(port, '127.0.0.1').on('error', () => undefined);
    sockets.add(onward);
    socket.pipe(onward).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    hush: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
