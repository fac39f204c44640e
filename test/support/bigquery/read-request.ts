import type { IncomingMessage } from 'node:http';
import type { FakeAccount } from './fake-bigquery.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** A request as it arrived. `project`: undefined where the path names none. */
export type Arrived = {
  readonly method: string;
  readonly project: string | undefined;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly token: string | undefined;
};

const projectPath = /^(\/upload)?\/bigquery\/v2\/projects\/([^/]+)(\/.*)$/u;

/** Reads a request to its end. A body of another type stays bytes, and JSON that is none stays text. */
export async function readRequest(request: IncomingMessage): Promise<Arrived> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, upload = '', project, rest] = projectPath.exec(url.pathname) ?? [];
  return {
    method: request.method ?? '',
    project,
    path: rest === undefined ? url.pathname : `${upload}${rest}`,
    query: Object.fromEntries(url.searchParams),
    body: readBody(request.headers['content-type'] ?? '', Buffer.concat(chunks)),
    token: /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1],
  };
}

function readBody(type: string, body: Buffer): unknown {
  if (body.length === 0) return undefined;
  if (type !== 'application/json') return { type, bytes: body };
  try {
    return JSON.parse(body.toString());
  } catch {
    return body.toString();
  }
}

/** Whose request it is. Refuses one without a token that holds. */
export function readAccount(world: World, { token = '' }: Arrived): FakeAccount {
  const account = world.accounts.get(token);
  if (account !== undefined && !world.expired.has(token)) return account;
  throw new Refusal(
    'authError',
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
  );
}

/** Refuses a project that is another, or that is none: the client that was told none writes its own placeholder. */
export function checkProject({ projectId }: World, { project = '' }: Arrived): void {
  const named = decodeURIComponent(project);
  if (named === projectId) return;
  if (/^[a-z][a-z0-9-]{4,61}[a-z0-9]$/u.test(named))
    throw new Refusal('notFound', `Not found: Project ${named}`);
  throw new Refusal(
    'invalid',
    `Invalid project ID '${named}'. Project IDs must contain 6-63 lowercase letters, digits, or dashes.`,
  );
}
