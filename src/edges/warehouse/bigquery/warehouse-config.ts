import { z } from 'zod';
import type { BigQueryPlace } from './bigquery-place.ts';

const project = z.string().regex(/^[a-z][a-z0-9.:-]*[a-z0-9]$/u, 'must be the id of a project');
const dataset = z.string().regex(/^\w+$/u, 'must be the name of a dataset');
const megabytes = z
  .int()
  .min(11, 'must be at least 11: BigQuery bills 10 MiB for each table that is read, and no less');

/**
 * The section `warehouse` of mobility.config.yml: the releases lie in BigQuery. `views`: the owners' dataset, which the release job alone reads.
 * `questionMegabytes`: what one question may be billed at most; `channelMegabytes`: what a channel may use in a day; `releaseGigabytes`: what one query of the release job may
 * be billed at most. `endpoint`: the department's own way to BigQuery, where it has one.
 */
export const warehouseConfig = z.strictObject({
  project,
  location: z.string().regex(/^[A-Za-z0-9-]+$/u, 'must be the name of a location'),
  dataset,
  views: z.strictObject({ project, dataset }),
  questionMegabytes: megabytes.default(1000),
  channelMegabytes: megabytes.default(20_000),
  releaseGigabytes: z.int().positive().default(10_000),
  endpoint: z
    .string()
    .regex(
      /^(?:https:\/\/[a-z0-9.-]+\.googleapis\.com|http:\/\/127\.0\.0\.1:\d+)$/u,
      'must be an address of googleapis.com, or a port of this machine',
    )
    .optional(),
});

export type WarehouseConfig = z.output<typeof warehouseConfig>;

const bytesPerMegabyte = 1_000_000;

/** What a channel may have billed in a day. */
export const channelBytesOf = ({ channelMegabytes }: WarehouseConfig): number =>
  channelMegabytes * bytesPerMegabyte;

/** Where the bot finds the releases. */
export const placeOf = ({
  project,
  location,
  dataset,
  questionMegabytes,
  endpoint,
}: WarehouseConfig): BigQueryPlace => ({
  project,
  location,
  dataset,
  mostBytes: questionMegabytes * bytesPerMegabyte,
  apiEndpoint: endpoint,
});
