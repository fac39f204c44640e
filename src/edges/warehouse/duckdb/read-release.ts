import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { decodeRows } from '#src/edges/warehouse/duckdb/decode-rows.ts';
import { sealRelease, type ReleaseSeal } from '#src/disclosure/protected.ts';
import { Fault } from '#src/fault.ts';
import type { ReleaseInfo } from '#src/release-info.ts';

const sql = `SELECT release_id AS "releaseId", dataset, source, synthetic, first_day AS "firstDay", last_day AS "lastDay",
  mechanism, policy_hash AS "policyHash", key_id AS "keyId", threshold, base, rounding FROM release`;

const reportSql = `SELECT name, value FROM report WHERE name IN ('verdict', 'blocks attacked')`;

const report = z.object({ verdict: z.literal('passed'), 'blocks attacked': z.coerce.number() });

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

/** What the file says of itself, and the proof that it was protected. Throws a fault for a file that is not a protected release. */
export async function readRelease(
  connection: DuckDBConnection,
): Promise<{ readonly release: ReleaseInfo; readonly seal: ReleaseSeal }> {
  const self = await readSelf(connection);
  const release = { ...self, attackedBlocks: await readAttackedBlocks(connection) };
  await refuseSmallFigures(connection, release.threshold);
  try {
    return { release, seal: sealRelease(release) };
  } catch (cause) {
    throw new Fault('WarehouseFault', 'notProtected', 'the file is not a protected release', {
      cause,
    });
  }
}

async function readSelf(connection: DuckDBConnection): Promise<z.output<typeof row>> {
  try {
    const [self] = z.tuple([row]).parse(await decodeRows(await connection.run(sql)));
    return self;
  } catch {
    // The cause may hold what the file says.
    throw new Fault('WarehouseFault', 'unreadable', 'the file does not say what release it is');
  }
}

/** A release of an earlier version was not attacked before it went live, and bounds its errors otherwise. */
async function readAttackedBlocks(connection: DuckDBConnection): Promise<number> {
  try {
    const rows = await decodeRows(await connection.run(reportSql));
    const said = Object.fromEntries(rows.map(({ name, value }) => [String(name), value]));
    return report.parse(said)['blocks attacked'];
  } catch {
    throw new Fault(
      'WarehouseFault',
      'unchecked',
      'the release was not checked by this version of the program: run npm run release',
    );
  }
}

/** A file that was altered after it was protected may hold a small figure. */
async function refuseSmallFigures(connection: DuckDBConnection, threshold: number): Promise<void> {
  const small = await connection.runAndReadAll(
    `SELECT 1 FROM leaf_weekly WHERE trips < ${threshold} LIMIT 1`,
  );
  if (small.currentRowCount > 0)
    throw new Fault('WarehouseFault', 'notProtected', 'the file is not a protected release');
}
