import { Fault } from '#src/fault.ts';
import { listed } from '#src/grammar/listed.ts';
import { failed, note, ok, type Outcome } from '#src/doctor/check.ts';
import type { Looked } from './looked.ts';
import { tryRight } from './try-right.ts';

/** Source: docs/data-contract.md. */
const views = ['trip', 'area', 'area_alias', 'mode', 'event', 'holiday', 'status'] as const;

const notThere: ReadonlySet<string> = new Set(['noProject', 'noDataset', 'missing']);

/** Sees that this account is refused what the owners give the release job. Throws `WarehouseFault`. */
export async function checkViews(looked: Looked): Promise<Outcome> {
  const { project, dataset } = looked.config.views;
  const where = `${project}.${dataset}`;
  const tried = await Promise.all(views.map((view) => tryView(looked, `${where}.${view}`)));
  const open = views.filter((_, at) => tried[at] === 'may');
  if (open.length > 0)
    return failed(
      `This account can read the owners' views in ${where} (${listed(open)}): whoever takes over the bot has the trips.`,
      'Take the right away: the release job alone may read them (infra/README.md).',
    );
  if (tried.every((right) => right === 'missing'))
    return note(
      `There are no views in ${where}, so nothing could be refused.`,
      'Correct views in the section warehouse of mobility.config.yml.',
    );
  return ok(`This account is refused the owners' views in ${where}, as it must be.`);
}

async function tryView(looked: Looked, view: string): Promise<'may' | 'refused' | 'missing'> {
  try {
    return await tryRight(looked, `SELECT 1 AS one FROM \`${view}\` AS view LIMIT 0`);
  } catch (error) {
    if (error instanceof Fault && notThere.has(error.code)) return 'missing';
    throw error;
  }
}
