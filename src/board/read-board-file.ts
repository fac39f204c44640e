import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readScript } from '#src/http/read-script.ts';
import type { Reply } from '#src/http/reply.ts';

const place = (name: string): string => join(import.meta.dirname, name);

/** A file that the page of the dashboard needs, by its address; undefined where there is none. */
export async function readBoardFile(path: string): Promise<Reply | undefined> {
  switch (path) {
    case '/board/board.css':
      return { status: 200, type: 'text/css', body: await readFile(place('board.css'), 'utf8') };
    case '/board/copy.ts':
      return readScript(place('browser/copy.ts'));
    default:
      return undefined;
  }
}
