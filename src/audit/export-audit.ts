import type { AuditRow } from '#src/state/audit-chain.ts';
import type { AuditEvent } from '#src/state/audit-event.ts';
import { walkAudit, type AuditReader, type Walked } from './walk-audit.ts';

/** Days to export, both ends included, in UTC. ISO dates. */
export type Period = { readonly since: string | undefined; readonly until: string | undefined };

const bufferCharacters = 65_536;

/**
 * Gives the entries of a period to `write` as JSON Lines, a bundle at a time, checking the whole audit on the way. An altered entry is written too, for
 * whoever looks into it. Undefined where `write` returned false: nobody reads any more.
 */
export async function exportAudit(
  reader: AuditReader,
  { since = '', until = '9999-12-31' }: Period,
  write: (lines: string) => Promise<boolean>,
): Promise<Walked | undefined> {
  let lines = '';
  const flush = async (): Promise<boolean> => {
    const bundle = lines;
    lines = '';
    return bundle === '' || write(bundle);
  };
  const walked = await walkAudit(reader, async (row, event) => {
    // What cannot be dated is in every period.
    const day = event?.at.slice(0, 10);
    if (day === undefined || (day >= since && day <= until)) lines += lineOf(row, event);
    return lines.length < bufferCharacters || flush();
  });
  return walked !== undefined && (await flush()) ? walked : undefined;
}

/** An entry as one line of JSON: number and seal, then the fields of the event, or its text where it is none that this version knows. */
const lineOf = ({ seq, seal, event: text }: AuditRow, event: AuditEvent | undefined): string =>
  `${JSON.stringify({ seq, seal, ...(event ?? { text }) })}\n`;
