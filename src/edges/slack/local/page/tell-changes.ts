import type { ServerResponse } from 'node:http';
import type { Workspace } from '../workspace.ts';
import type { Seat } from './seat.ts';

/** Tells a browser, for as long as it listens, that its channel ("messages"), its screens ("screens") or, seen from elsewhere, its direct message ("direct") have changed. */
export function tellChanges(
  workspace: Workspace,
  { person, channel }: Seat,
  response: ServerResponse,
  signal: AbortSignal,
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('retry: 1000\n\n');
  const say = (event: string): void => void response.write(`event: ${event}\ndata:\n\n`);
  const direct = workspace.town.channels.find(
    ({ kind, members }) => kind === 'direct' && members.includes(person.id),
  );
  const end = workspace.watch((change) => {
    if ('channel' in change && change.channel === channel.id) say('messages');
    else if ('channel' in change && change.channel === direct?.id) say('direct');
    if ('person' in change && change.person === person.id) say('screens');
  });
  const stop = (): void => void response.end();
  response.once('close', () => {
    end();
    signal.removeEventListener('abort', stop);
  });
  signal.addEventListener('abort', stop, { once: true });
}
