import { takeLock } from '#src/edges/process-lock.ts';

// Run as a process of its own: gives up the rights of root, then takes a lock. Prints "taken", "held", or the code of the error.
const [folder = ''] = process.argv.slice(2);
if (process.getuid?.() === 0) process.setuid?.(65_534);
const said = await takeLock(folder, 'job.lock').then(
  (release) => (release === undefined ? 'held' : 'taken'),
  (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'error'),
);
process.stdout.write(said);
