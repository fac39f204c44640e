/** A keyed hash of a text, 64 hex digits. Without its key nobody can make one that fits. */
export type Mac = (text: string) => string;

/** One row of the audit as it is kept: `seq` counts from 1 without a gap, `event` is the sealed text. */
export type AuditRow = { readonly seq: number; readonly event: string; readonly seal: string };

/** The end of the audit: its last row's number and seal, and the seal of the two. */
export type AuditHead = { readonly seq: number; readonly seal: string; readonly headSeal: string };

/** A place in the audit that somebody noted: it must still be there. */
export type AuditMark = { readonly seq: number; readonly seal: string };

/** What stands before the first row. */
export const beginning: AuditMark = { seq: 0, seal: '0'.repeat(64) };

/** The row after `previous`: its seal covers the whole audit up to it. */
export function chainRow(previous: AuditMark, event: string, mac: Mac): AuditRow {
  const seq = previous.seq + 1;
  return { seq, event, seal: mac(`row\n${previous.seal}\n${seq}\n${event}`) };
}

/** The head that a last row leaves. */
export function chainHead({ seq, seal }: AuditMark, mac: Mac): AuditHead {
  return { seq, seal, headSeal: mac(`head\n${seq}\n${seal}`) };
}
