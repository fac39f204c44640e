import { holdLock } from '#src/edges/process-lock.ts';
import { rawFile, stateFolders } from '../folders.ts';
import { useRaw } from '../raw-pointer.ts';
import type { CommandPlace } from '../release-command.ts';
import { importDataset } from './import-dataset.ts';
import { importUsage, readImportArguments } from './read-arguments.ts';
import { sayImport, sayProblems } from './say-import.ts';

/** `npm run import`. Makes the imported data set the one in use; returns the exit code. */
export async function runImport(argv: readonly string[], { home }: CommandPlace): Promise<number> {
  const read = readImportArguments(argv);
  if (read.kind === 'help') return print(process.stdout, [importUsage], 0);
  if (read.kind === 'misunderstood')
    return print(
      process.stderr,
      [`${read.message}.`, 'How to call it: npm run import -- --help'],
      1,
    );
  const folders = stateFolders(home);
  const { name } = read.options;
  const started = performance.now();
  const outcome = await holdLock(folders.raw, async () => {
    const imported = await importDataset({ ...read.options, file: rawFile(folders, name) });
    if (imported.kind === 'imported') await useRaw(folders, name);
    return imported;
  });
  if (outcome.kind === 'rejected') return print(process.stderr, sayProblems(outcome), 1);
  return print(process.stdout, sayImport(name, outcome, performance.now() - started), 0);
}

function print(out: NodeJS.WriteStream, lines: readonly string[], exitCode: number): number {
  out.write(`${lines.join('\n')}\n`);
  return exitCode;
}
