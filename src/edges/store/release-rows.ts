import { z } from 'zod';
import { releaseState, type ReleaseRecord } from '#src/state/release-record.ts';
import type { Row } from './database.ts';

const releaseRow = z.object({
  name: z.string(),
  release_id: z.string(),
  dataset: z.string(),
  last_day: z.string(),
  policy_hash: z.string(),
  synthetic: z.boolean(),
  fingerprint: z.string(),
  state: releaseState,
  staged_at: z.date(),
  live_at: z.date().nullable(),
  ended_at: z.date().nullable(),
  reason: z.string().nullable(),
});

export const releaseColumns: string = Object.keys(releaseRow.shape).join(', ');

/** A release from its row of `releaseColumns`. */
export function readReleaseRow(row: Row): ReleaseRecord {
  const read = releaseRow.parse(row);
  return {
    name: read.name,
    releaseId: read.release_id,
    dataset: read.dataset,
    lastDay: read.last_day,
    policyHash: read.policy_hash,
    synthetic: read.synthetic,
    fingerprint: read.fingerprint,
    state: read.state,
    stagedAt: read.staged_at,
    liveAt: read.live_at ?? undefined,
    endedAt: read.ended_at ?? undefined,
    reason: read.reason ?? undefined,
  };
}
