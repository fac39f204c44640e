import { z } from 'zod';
import { sealRelease, type ReleaseSeal } from '#src/disclosure/protected.ts';
import { Fault } from '#src/fault.ts';
import type { ParameterType } from '#src/ports.ts';
import type { ReleaseInfo } from '#src/release-info.ts';

/** Asks a release of itself, before it is known to be protected. */
export type AskRelease = (question: {
  readonly sql: string;
  readonly types: Readonly<Record<string, ParameterType>>;
  readonly params: Readonly<Record<string, unknown>>;
}) => Promise<readonly unknown[]>;

const selfSql = `SELECT
  self.release_id AS release_id, self.dataset AS dataset, self.source AS source, self.synthetic AS synthetic,
  self.first_day AS first_day, self.last_day AS last_day, self.mechanism AS mechanism, self.policy_hash AS policy_hash,
  self.key_id AS key_id, self.threshold AS threshold, self.base AS base, self.rounding AS rounding
FROM \`protected.release\` AS self
ORDER BY release_id, dataset, source, synthetic, first_day, last_day, mechanism, policy_hash, key_id, threshold, base, rounding`;

const reportSql = `SELECT report.name AS name, report.value AS value
FROM \`protected.report\` AS report
WHERE report.name IN ('verdict', 'blocks attacked')
ORDER BY name, value`;

const smallSql = `SELECT COUNT(*) AS small FROM \`protected.leaf_weekly\` AS leaf WHERE leaf.trips < @threshold`;

const self = z
  .strictObject({
    release_id: z.string(),
    dataset: z.string(),
    source: z.string(),
    synthetic: z.boolean(),
    first_day: z.iso.date(),
    last_day: z.iso.date(),
    mechanism: z.string(),
    policy_hash: z.string(),
    key_id: z.string(),
    threshold: z.int().positive(),
    base: z.int().positive(),
    rounding: z.int().positive(),
  })
  .transform(({ release_id, first_day, last_day, policy_hash, key_id, ...same }) => ({
    releaseId: release_id,
    firstDay: first_day,
    lastDay: last_day,
    policyHash: policy_hash,
    keyId: key_id,
    ...same,
  }));

const report = z.tuple([
  z.object({ name: z.literal('blocks attacked'), value: z.coerce.number() }),
  z.object({ name: z.literal('verdict'), value: z.literal('passed') }),
]);

/** What a release says of itself, and the proof that it was protected. Throws a fault for what is not a protected release, and what `ask` throws. */
export async function readRelease(
  ask: AskRelease,
): Promise<{ readonly release: ReleaseInfo; readonly seal: ReleaseSeal }> {
  const [said] = await readAs(z.tuple([self]), unreadable, () =>
    ask({ sql: selfSql, types: {}, params: {} }),
  );
  const [attacked] = await readAs(report, unchecked, () =>
    ask({ sql: reportSql, types: {}, params: {} }),
  );
  await refuseSmallFigures(ask, said.threshold);
  const release = { ...said, attackedBlocks: attacked.value };
  try {
    return { release, seal: sealRelease(release) };
  } catch (cause) {
    throw notProtected(cause);
  }
}

/** A release that was altered after it was protected may hold a small figure. */
async function refuseSmallFigures(ask: AskRelease, threshold: number): Promise<void> {
  const rows = await ask({ sql: smallSql, types: { threshold: 'INT64' }, params: { threshold } });
  if (!z.tuple([z.object({ small: z.literal(0) })]).safeParse(rows).success) throw notProtected();
}

/** An engine fails where a table or column is missing. What was read stays out of the fault: it may hold what the release says. */
async function readAs<T>(
  contract: z.ZodType<T>,
  fault: () => Fault,
  rows: () => Promise<readonly unknown[]>,
): Promise<T> {
  try {
    return contract.parse(await rows());
  } catch (cause) {
    throw cause instanceof Fault && !isOfContent(cause) ? cause : fault();
  }
}

const isOfContent = ({ code }: Fault): boolean =>
  ['engine', 'invalidQuery', 'badColumn', 'badNumber'].includes(code);

const unreadable = (): Fault =>
  new Fault('WarehouseFault', 'unreadable', 'the release does not say what it is');

/** A release of an earlier version was not attacked before it went live, and bounds its errors otherwise. */
const unchecked = (): Fault =>
  new Fault(
    'WarehouseFault',
    'unchecked',
    'the release was not checked by this version of the program: run npm run release',
  );

const notProtected = (cause?: unknown): Fault =>
  new Fault('WarehouseFault', 'notProtected', 'this is not a protected release', { cause });
