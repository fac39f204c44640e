import type { Provenance, WarehouseJob } from '#src/ports.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import { dateWords } from '#src/date-words.ts';
import { tripsWords } from '#src/summary/facts.ts';

/** Where an answer came from and how it is protected, in one line under it. */
export function sayReceipt(release: ReleaseInfo, provenance: readonly Provenance[]): string {
  const parts = [
    `Release ${release.releaseId}`,
    `data to ${dateWords(release.lastDay)}`,
    `flows of fewer than ${release.threshold} devices protected, numbers rounded to ${tripsWords(release.rounding)}`,
    ...provenance.slice(0, 1).map(sayQuery),
  ];
  return parts.join(' · ');
}

const bytesPerMegabyte = 1_000_000;

/** A job by the end of its name, which is its own: BigQuery's list of jobs finds it by that. */
function sayQuery({ queryId, hash, job }: Provenance): string {
  const query = `query ${queryId} ${hash}`;
  if (job === undefined) return query;
  return `${query}, job ${job.id.slice(-8)}${sayCost(job)}`;
}

function sayCost({ bytesBilled, isCached }: WarehouseJob): string {
  if (isCached) return ', from cache';
  if (bytesBilled === undefined) return '';
  return `, ${Math.ceil(bytesBilled / bytesPerMegabyte)} MB billed`;
}
