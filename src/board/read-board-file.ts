import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

/** A file that the page of the dashboard needs. */
export type BoardFile = { readonly type: string; readonly body: string };

const read = (name: string): Promise<string> => readFile(join(import.meta.dirname, name), 'utf8');

/** The file of an address; undefined where it is none. The script goes without its types, which browsers do not read. */
export async function readBoardFile(path: string): Promise<BoardFile | undefined> {
  switch (path) {
    case '/board/board.css':
      return { type: 'text/css', body: await read('board.css') };
    case '/board/copy.ts':
      return {
        type: 'text/javascript',
        body: stripTypeScriptTypes(await read('browser/copy.ts')),
      };
    default:
      return undefined;
  }
}
