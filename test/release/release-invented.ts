import { join } from 'node:path';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import type { ReleaseOptions } from '#src/release/draw-release.ts';
import { releaseDataset, type Released } from '#src/release/release-dataset.ts';

const inventedKey: Uint8Array = new Uint8Array(32).fill(7);
const ledgerKey: Uint8Array = new Uint8Array(32).fill(5);

/** The gate's own tests attack harder. */
const smallSample = { blocks: 1, targets: 1, leaves: 6, keys: 60, draws: 1 };

/** Releases `folder`/raw.duckdb into `folder`/releases under the default policy, or as `changes` say. */
export function releaseInvented(
  folder: string,
  changes: Partial<ReleaseOptions> = {},
): Promise<Released> {
  const policy = disclosurePolicy.parse({});
  return releaseDataset({
    rawFile: join(folder, 'raw.duckdb'),
    releasesFolder: join(folder, 'releases'),
    policy,
    policyText: JSON.stringify(policy),
    key: inventedKey,
    ledgerKey,
    sample: smallSample,
    onProgress: () => undefined,
    ...changes,
  });
}
