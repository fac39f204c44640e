import { once } from 'node:events';
import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { PATIENCE_MS, type Arrived } from './deliver-http.ts';
import type { SentRequest } from './fake-slack.ts';
import type { Parcel } from './payload.ts';
import type { World } from './world.ts';

const PING_EVERY_MS = 5000;
const CLOSE_AFTER_MS = 10_000;
const ackShape = z.looseObject({ envelope_id: z.string(), payload: z.unknown().optional() });

/** The Socket Mode connections of the bot. */
export type SocketHub = {
  readonly attach: (server: Server) => void;
  readonly count: () => number;
  /** Sends an envelope down the newest connection and waits as long as Slack does. */
  readonly send: (request: SentRequest) => Promise<Arrived>;
  readonly refresh: () => void;
  /** Breaks every connection. */
  readonly drop: () => void;
  /** Ends every connection politely, as far as the bot answers within half a second. */
  readonly leave: () => Promise<void>;
};

/** A hub with no connections yet. */
export function makeSocketHub(world: World): SocketHub {
  const sockets = new WebSocketServer({ noServer: true });
  const open: WebSocket[] = [];
  const waiting = new Map<string, (payload: unknown) => void>();
  const welcome = (socket: WebSocket): void => {
    open.push(socket);
    const pings = setInterval(() => socket.ping('Ping from applink'), PING_EVERY_MS);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(pings);
      open.splice(open.indexOf(socket), 1);
    });
    socket.on('message', (data: Buffer) => {
      const ack = readAck(data.toString());
      if (ack !== undefined) waiting.get(ack.envelope_id)?.(ack.payload);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        debug_info: { host: 'applink-0', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: world.appId },
      }),
    );
  };
  return {
    attach: (server) => {
      server.on('upgrade', (request, socket, head) => {
        const ticket = new URL(request.url ?? '/', world.origin).searchParams.get('ticket') ?? '';
        if (!world.tickets.delete(ticket)) socket.end('HTTP/1.1 408 Request Timeout\r\n\r\n');
        else sockets.handleUpgrade(request, socket, head, welcome);
      });
    },
    count: () => open.length,
    send: async (request) => {
      const id = String(request.envelope?.['envelope_id']);
      const began = performance.now();
      const socket = open.at(-1);
      const base = { status: undefined, request };
      if (socket === undefined) return { ...base, ackMs: 0, ack: undefined, timedOut: true };
      const { promise, resolve } = Promise.withResolvers<{ payload: unknown } | undefined>();
      const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
      waiting.set(id, (payload) => resolve({ payload }));
      socket.send(request.body);
      const ack = await promise;
      clearTimeout(timer);
      waiting.delete(id);
      const ackMs = performance.now() - began;
      return { ...base, ackMs, ack: ack?.payload, timedOut: ack === undefined };
    },
    refresh: () => {
      for (const socket of open) {
        socket.send(
          JSON.stringify({
            type: 'disconnect',
            reason: 'refresh_requested',
            debug_info: { host: 'applink-0' },
          }),
        );
        const timer = setTimeout(() => socket.close(), CLOSE_AFTER_MS);
        socket.on('close', () => clearTimeout(timer));
      }
    },
    drop: () => {
      for (const socket of open) socket.terminate();
    },
    leave: async () => {
      const ends = open.map((socket) => {
        socket.close(1000);
        return once(socket, 'close', { signal: AbortSignal.timeout(500) });
      });
      await Promise.allSettled(ends);
    },
  };
}

/** A parcel as a Socket Mode envelope. `retry`: which try again this is. */
export function writeEnvelope(
  world: World,
  { kind, payload, takesAnswer }: Parcel,
  retry: number,
): SentRequest {
  const envelope = {
    envelope_id: `${world.nextId('e')}-${process.hrtime.bigint()}`,
    type: kind,
    accepts_response_payload: takesAnswer,
    payload,
    ...(kind === 'events_api' && {
      retry_attempt: retry,
      retry_reason: retry === 0 ? '' : 'timeout',
    }),
  };
  return { transport: 'socket', body: JSON.stringify(envelope), headers: {}, envelope };
}

function readAck(data: string): z.infer<typeof ackShape> | undefined {
  try {
    return ackShape.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
