import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import type { Reply } from './reply.ts';

/** A script of a page. It goes without its types, which browsers do not read. */
export const readScript = async (file: string): Promise<Reply> => ({
  status: 200,
  type: 'text/javascript',
  body: stripTypeScriptTypes(await readFile(file, 'utf8')),
});
