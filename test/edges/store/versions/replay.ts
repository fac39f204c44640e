import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { chainHead, chainRow, type AuditMark } from '#src/state/audit-chain.ts';
import type { Database, Sql } from '#src/edges/store/database.ts';
import { fixtureMac } from './fixture-audit.ts';
import { keepRow, type KeptRow } from './kept-value.ts';
import type { Sent, Transcript } from './transcript.ts';

/**
 * Says to a database all that the program of an earlier version said, and returns in which statements the answer is not what that program got, or an
 * error. `between` is run after each transaction: what another replica does meanwhile. Without one, every answer must be the very same.
 */
export async function replay(
  database: Database,
  { texts, transactions }: Transcript,
  between?: () => Promise<void>,
): Promise<readonly string[]> {
  const differences: string[] = [];
  const isAsThen = between === undefined ? isSame : agree;
  for (const said of transactions) {
    try {
      await database.transaction(async (sql) => {
        const speak = speaker(sql);
        for (const each of said) {
          const text = texts[each.text] ?? '';
          const rows = await speak(text, each.values);
          if (!isAsThen(text, each.rows, rows)) differences.push(text);
        }
      });
    } catch (error) {
      differences.push(`${said.map(({ text }) => texts[text]).join('; ')}: ${String(error)}`);
    }
    await between?.();
  }
  return differences;
}

/** Sends statements as they were recorded, but for the audit: its next row follows the last one, whoever wrote that. */
function speaker(sql: Sql): (text: string, values: Sent['values']) => Promise<readonly KeptRow[]> {
  let end: AuditMark | undefined;
  return async (text, values) => {
    const rows = (await sql.query(text, follow(text, values, end))).map(keepRow);
    if (/ FROM audit_head\b.* FOR UPDATE/u.test(text)) end = readMark(rows[0]) ?? end;
    if (text.startsWith('INSERT INTO audit ') && end !== undefined)
      end = chainRow(end, String(values[1]), fixtureMac);
    return rows;
  };
}

function follow(text: string, values: Sent['values'], end: AuditMark | undefined): Sent['values'] {
  if (end === undefined) return values;
  if (text.startsWith('INSERT INTO audit ')) {
    const row = chainRow(end, String(values[1]), fixtureMac);
    return [row.seq, row.event, row.seal];
  }
  if (!text.startsWith('UPDATE audit_head ')) return values;
  const head = chainHead(end, fixtureMac);
  return [head.seq, head.seal, head.headSeal];
}

const mark = z.object({ seq: z.int(), seal: z.string() });

const readMark = (row: KeptRow | undefined): AuditMark | undefined => mark.optional().parse(row);

const isSame = (_: string, then: readonly KeptRow[], now: readonly KeptRow[]): boolean =>
  isDeepStrictEqual(then, now);

/** Whether an answer is as good as the one of then: where others write too, a list may have more rows, and the audit and counts other numbers. */
function agree(text: string, then: readonly KeptRow[], now: readonly KeptRow[]): boolean {
  if (/\bFROM audit|\bCOUNT\(/u.test(text))
    return then.length === 0 || isDeepStrictEqual(shapeOf(then), shapeOf(now));
  if (text.startsWith('SELECT'))
    return then.every((row) => now.some((each) => isDeepStrictEqual(each, row)));
  return isDeepStrictEqual(then, now);
}

const shapeOf = ([first]: readonly KeptRow[]): readonly string[] =>
  Object.entries(first ?? {}).map(([column, value]) => `${column} ${typeof value}`);
