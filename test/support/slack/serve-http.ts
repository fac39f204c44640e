import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerRequest } from './answer-request.ts';
import { replyToCall } from './reply-to-call.ts';
import { replyToResponse } from './reply-to-response.ts';
import { replyToUpload } from './reply-to-upload.ts';
import type { World } from './world.ts';

/** A server of the Web API, of uploads and of `response_url`; not listening yet. */
export function makeHttpServer(world: World): Server {
  return createServer((request, response) => {
    route(world, request, response).catch(() => request.socket.destroy());
  });
}

async function route(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const exchange = { request, response };
  const body = await readAll(request);
  const path = request.url ?? '/';
  const type = request.headers['content-type'] ?? '';
  if (request.method !== 'POST') {
    response.writeHead(405).end();
    return;
  }
  if (path.startsWith('/api/')) {
    const name = path.slice('/api/'.length).replace(/\?.*$/u, '');
    await answerRequest(world, name, exchange, () =>
      replyToCall(world, name, { headers: request.headers, body }),
    );
    return;
  }
  if (path.startsWith('/upload/v1/')) {
    const key = path.slice('/upload/v1/'.length);
    await answerRequest(world, 'upload', exchange, () => replyToUpload(world, key, { type, body }));
    return;
  }
  const url = `${world.origin}${path}`;
  await answerRequest(world, 'response_url', exchange, () =>
    replyToResponse(world, url, { type, body }),
  );
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
