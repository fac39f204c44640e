import type { FakeAccount } from './fake-bigquery.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** What a dataset is, as BigQuery's REST interface writes it. */
export function getDataset(world: World, { mayRead }: FakeAccount, datasetId: string): unknown {
  const { projectId, location } = world;
  const id = `${projectId}:${datasetId}`;
  if (!mayRead.includes(datasetId))
    throw new Refusal(
      'accessDenied',
      `Access Denied: Dataset ${id}: Permission bigquery.datasets.get denied on dataset ${id} (or it may not exist).`,
    );
  if (![...world.tables.keys()].some((name) => name.startsWith(`${projectId}.${datasetId}.`)))
    throw new Refusal('notFound', `Not found: Dataset ${id}`);
  return { kind: 'bigquery#dataset', id, datasetReference: { projectId, datasetId }, location };
}
