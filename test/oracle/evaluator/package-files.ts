import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oracle's own package, apart from the project's because it is large. */
export const packageFolder = join(import.meta.dirname, '../googlesql');

const shipped = join(packageFolder, 'node_modules/@fivetrandevelopers/zetasql/lib/zetasql');

/** What the evaluator's service is called with, as it is shipped. */
export const protoFolder = join(shipped, 'protos');

/** The evaluator for this machine. */
export const serverFile = join(
  shipped,
  `remote_server${process.arch.startsWith('arm') ? '_arm' : ''}${process.platform === 'darwin' ? '' : '.so'}`,
);

/** Whether `npm run oracle:install` was run. There is no evaluator for Windows. */
export const isInstalled = process.platform !== 'win32' && existsSync(serverFile);
