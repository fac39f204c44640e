import { z } from 'zod';
import { faultOf } from '#src/edges/warehouse/bigquery/read-error.ts';
import { failed, ok, type Outcome } from '#src/doctor/check.ts';
import type { Looked } from './looked.ts';

const metadata = z.tuple([z.object({ location: z.string() })]).rest(z.unknown());

/** Whether the dataset of releases is there, and where the configuration says. Throws `WarehouseFault`. */
export async function checkDataset({
  client,
  place,
}: Pick<Looked, 'client' | 'place'>): Promise<Outcome> {
  const { dataset, location } = place;
  const there = await readLocation({ client, place });
  if (there.toLowerCase() === location.toLowerCase()) return ok(`${dataset} is in ${location}.`);
  return failed(
    `${dataset} is in ${there}, and not in ${location}: BigQuery would not find it.`,
    `Set location to ${there} in the section warehouse of mobility.config.yml.`,
  );
}

async function readLocation({ client, place }: Pick<Looked, 'client' | 'place'>): Promise<string> {
  try {
    const [{ location }] = metadata.parse(await client.dataset(place.dataset).getMetadata());
    return location;
  } catch (error) {
    throw faultOf(error);
  }
}
