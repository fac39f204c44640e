import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const room = join(import.meta.dirname, '../../../../src/edges/store');

/** What opens, makes and packs a database says nothing to the tables. */
const silent = /^(?:open-|migrate)/u;

const literal =
  /`((?:SELECT|INSERT|UPDATE|DELETE|WITH)\s[^`]*)`|'((?:SELECT|INSERT|UPDATE|DELETE|WITH)\s[^'\n]*)'/gu;

/** The statements that the program's source holds, each as a pattern of what is sent: what is put in there may be anything. */
export function statementsInSource(): readonly RegExp[] {
  return readdirSync(room)
    .filter((name) => name.endsWith('.ts') && !silent.test(name))
    .flatMap((name) => [...readFileSync(join(room, name), 'utf8').matchAll(literal)])
    .map(([, template, plain]) => asPattern(template ?? plain ?? ''));
}

const asPattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\$\{[^}]*\}/u)
      .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
      .join('[\\s\\S]*')}$`,
    'u',
  );
