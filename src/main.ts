import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const projectFolder = join(import.meta.dirname, '..');
const home = process.env['MOBILITY_HOME'] || '.mobility';
const [role = '', ...argv] = process.argv.slice(2);

enableCompileCache(join(home, 'compile-cache'));

/** Each role loads only its own rooms: the process that answers never loads the code that opens raw data. */
async function start(): Promise<number> {
  switch (role) {
    case 'ask':
      return (await import('#src/ask.ts')).ask(argv, { home, projectFolder });
    case 'start':
      return (await import('#src/bot/start.ts')).start({ home, projectFolder });
    case 'release':
      return (await import('#src/release/release-command.ts')).runRelease(argv, {
        home,
        projectFolder,
      });
    case 'import':
      return (await import('#src/release/import/import-command.ts')).runImport(argv, {
        home,
        projectFolder,
      });
    case 'protect':
      return (await import('#src/release/table/protect-command.ts')).runProtect(argv);
    case 'attack':
      return (await import('#src/release/table/attack-command.ts')).runAttack(argv);
    case 'audit':
      return (await import('#src/audit/audit-command.ts')).runAudit(argv, { home });
    case 'manifest':
      return (await import('#src/manifest/manifest-command.ts')).runManifest(argv, {
        projectFolder,
      });
    case 'doctor':
      return (await import('#src/doctor/doctor-command.ts')).runDoctor(argv, {
        home,
        projectFolder,
      });
    case 'config':
      return (await import('#src/config/config-command.ts')).runConfig(argv, {
        home,
        projectFolder,
      });
    default:
      process.stderr.write(
        'Say what to run: npm start, or npm run ask, release, import, protect, attack, audit, manifest, config or doctor.\n',
      );
      return 1;
  }
}

/** A name for what broke that holds no data: "ENOSPC", "RangeError". */
const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

// A reader that has seen enough, such as head, is no fault.
process.stdout.on('error', (error) => {
  if (nameOf(error) !== 'EPIPE') process.exitCode = 1;
});
try {
  process.exitCode = await start();
} catch (error) {
  process.stderr.write(
    `Something went wrong (${nameOf(error)}). Check that ${home} can be written and the disk has room, then try again.\n`,
  );
  process.exitCode = 1;
}
