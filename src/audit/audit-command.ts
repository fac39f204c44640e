import { makeMac, readAuditKey } from '#src/edges/store/audit-key.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import { withStoreFaults } from '#src/edges/store/store-fault.ts';
import { hasEmbeddedState, readStorePlace, type StorePlace } from '#src/edges/store/store-place.ts';
import { readWitness, witnessFile } from '#src/edges/store/witness.ts';
import { Fault } from '#src/fault.ts';
import { exportAudit } from './export-audit.ts';
import { findShowings } from './find-showings.ts';
import { auditUsage, readAuditArguments, type AuditArguments } from './read-audit-arguments.ts';
import { sayShowings } from './say-showings.ts';
import { faultsOf, sayVerdict } from './say-verdict.ts';
import { walkAudit, type AuditReader, type Walked } from './walk-audit.ts';
import { figure } from './words.ts';
import { writeOut } from './write-out.ts';

type Task = Extract<AuditArguments, { kind: 'verify' | 'export' | 'whoSaw' }>;

/** `npm run audit`. Prints what it found; returns the exit code: 0 if the audit is whole. */
export async function runAudit(
  argv: readonly string[],
  { home }: { readonly home: string },
): Promise<number> {
  const task = readAuditArguments(argv);
  if (task.kind === 'help') return print([auditUsage], 0);
  if (task.kind === 'misunderstood')
    return complain([`${task.message}.`, 'How to call it: npm run audit -- --help'].join('\n'));
  const place = readStorePlace(home, process.env);
  try {
    return place.databaseUrl === undefined && !hasEmbeddedState(home)
      ? await sayNoState(place)
      : await openAndRun(task, place);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return complain(`The audit was not read: ${error.message}.`);
  }
}

/** A state that is only to be read is not made. That it is gone is known where it left its mark. */
async function sayNoState({ home }: StorePlace): Promise<number> {
  const mark = await readWitness(witnessFile(home));
  return complain(
    mark === undefined
      ? `There is no state in ${home}, so nothing was recorded yet: set MOBILITY_HOME if it lies elsewhere.`
      : `There is no state in ${home}, but this machine noted an audit of ${figure(mark.seq)} entries: it was moved or deleted. Look in a backup.`,
  );
}

async function openAndRun(task: Task, place: StorePlace): Promise<number> {
  const mac = makeMac(await withStoreFaults(() => readAuditKey(place)));
  const store = await openStore(place, () => new Date());
  try {
    const noted = task.kind === 'verify' ? task.noted : [];
    return await run(task, { audit: store.audit, mac, noted });
  } finally {
    await store.close();
  }
}

async function run(task: Task, reader: AuditReader): Promise<number> {
  switch (task.kind) {
    case 'verify': {
      const walked = await walkAudit(reader);
      if (walked === undefined) throw new Error('the audit was not read to its end');
      return print(sayVerdict(walked, reader.noted.length), faultsOf(walked.check) === 0 ? 0 : 1);
    }
    case 'export': {
      const walked = await exportAudit(reader, task.period, writeOut);
      return walked === undefined ? 0 : warn(walked);
    }
    case 'whoSaw': {
      const { showings, walked } = await findShowings(reader, task.sought);
      await print(sayShowings(showings, task.sought), 0);
      return warn(walked);
    }
    default:
      return task satisfies never;
  }
}

/** What was printed of an audit that is not whole must not be taken for the truth. */
const warn = ({ check }: Walked): number =>
  faultsOf(check) === 0
    ? 0
    : complain(
        'The audit is NOT whole, so do not rely on this alone. What is wrong with it: npm run audit -- verify',
      );

async function print(lines: readonly string[], exitCode: number): Promise<number> {
  await writeOut(`${lines.join('\n')}\n`);
  return exitCode;
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}
