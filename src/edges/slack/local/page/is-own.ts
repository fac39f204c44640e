import type { IncomingMessage } from 'node:http';

/** Whether a request comes from the page itself: another page in the same browser may reach this computer too, under another name or by a form. */
export function isOwn({ headers, method }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return method === 'GET' ? true : origin === `http://${host}`;
}
