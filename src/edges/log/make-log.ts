import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino, type DestinationStream } from 'pino';
import { Fault } from '#src/fault.ts';

/** What of an error goes to the log: names, codes and places in the code; never its values, SQL, rows or text from users. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const known = error instanceof Fault;
  const place = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6);
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(known ? { message: error.message, retryable: error.retryable } : {}),
    place,
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}

/** The log file, or standard error where it cannot be written: an answer needs no log. */
function openLog(home: string): DestinationStream {
  try {
    mkdirSync(home, { recursive: true });
    const file = destination({ dest: join(home, 'mobility.log'), sync: true });
    // A full disk costs lines of the log, not the program.
    file.on('error', () => undefined);
    return file;
  } catch {
    return destination({ dest: 2, sync: true });
  }
}

/** The operator's log, `mobility.log` in the home folder. `report` writes a fault and returns its reference, such as "7F3A". */
export function makeLog(home: string): { readonly report: (error: unknown) => string } {
  const log = pino({ base: null }, openLog(home));
  return {
    report: (error) => {
      const reference = randomBytes(2).toString('hex').toUpperCase();
      log.error({ reference, fault: describe(error) }, 'fault');
      return reference;
    },
  };
}
