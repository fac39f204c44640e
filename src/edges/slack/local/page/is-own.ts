import type { IncomingMessage } from 'node:http';

/** Whether a request comes from the page itself: another page in the same browser may reach this computer too, under another name or by a form. */
export function isOwn({ headers, method, socket }: IncomingMessage): boolean {
  const hosts = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return method === 'GET' ? true : origin === `http://${host}`;
}
