import { sendHttp, writeRequest, type Arrived } from './deliver-http.ts';
import type { Delivered, How, SentRequest } from './fake-slack.ts';
import type { Parcel } from './payload.ts';
import { writeEnvelope, type SocketHub } from './socket-hub.ts';
import type { World } from './world.ts';

/** The ways to the bot. */
export type Courier = {
  readonly connectHttp: (url: string) => void;
  readonly deliver: (parcel: Parcel, how?: How) => Promise<Delivered>;
  readonly redeliver: (delivered: Delivered) => Promise<Delivered>;
};

/** A courier that knows no address yet. */
export function makeCourier(world: World, hub: SocketHub): Courier {
  let httpUrl: string | undefined;
  const parcels = new WeakMap<SentRequest, Parcel>();
  const send = async (request: SentRequest, parcel: Parcel): Promise<Delivered> => {
    parcels.set(request, parcel);
    const arrived = await carry(hub, httpUrl, request);
    return { ...arrived, complaints: obeyAck(arrived, parcel) };
  };
  const write = (parcel: Parcel, how: How, retry: number): SentRequest => {
    const transport = how.transport ?? (httpUrl === undefined ? 'socket' : 'http');
    if (transport === 'socket') return writeEnvelope(world, parcel, retry);
    return writeRequest(parcel, how.secret ?? world.signingSecret, how.atMs ?? world.clock());
  };
  return {
    connectHttp: (url) => {
      httpUrl = url;
    },
    deliver: async (parcel, how = {}) => {
      const first = await send(write(parcel, how, 0), parcel);
      if (parcel.kind !== 'events_api' || wasHeard(first)) return first;
      const again = write(parcel, how, 1);
      const headers = {
        ...again.headers,
        'x-slack-retry-num': '1',
        'x-slack-retry-reason': first.timedOut ? 'http_timeout' : 'http_error',
      };
      return { ...first, retry: await send({ ...again, headers }, parcel) };
    },
    redeliver: async ({ request }) => {
      const parcel = parcels.get(request);
      if (parcel === undefined) throw new Error('nothing of the kind was delivered');
      return send(request, parcel);
    },
  };
}

async function carry(
  hub: SocketHub,
  httpUrl: string | undefined,
  request: SentRequest,
): Promise<Arrived> {
  if (request.transport === 'socket') return hub.send(request);
  if (httpUrl === undefined) throw new Error('connectHttp was not called');
  return sendHttp(httpUrl, request);
}

const wasHeard = ({ status, timedOut, request }: Arrived): boolean =>
  request.transport === 'socket' ? !timedOut : status === 200;

function obeyAck(arrived: Arrived, parcel: Parcel): readonly string[] {
  if (wasHeard(arrived)) return parcel.after(arrived.ack);
  return arrived.timedOut
    ? ['no acknowledgement within 3 seconds']
    : [`no acknowledgement: ${arrived.status ?? 'nobody listens'}`];
}
