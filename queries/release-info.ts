import { z } from 'zod';
import type { Query } from '#src/ports.ts';
import type { ReleaseInfo } from '#src/release-info.ts';

const row = z.strictObject({
  releaseId: z.string(),
  dataset: z.string(),
  source: z.string(),
  synthetic: z.boolean(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  mechanism: z.string(),
  policyHash: z.string(),
  keyId: z.string(),
  threshold: z.int().positive(),
  base: z.int().positive(),
  rounding: z.int().positive(),
});

/** What the release says of itself. Rows: exactly one. */
export const releaseInfo: Query<Record<string, never>, ReleaseInfo> = {
  id: 'release-info',
  types: {},
  params: z.strictObject({}),
  row,
};
