import {
  beginning,
  chainHead,
  chainRow,
  type AuditHead,
  type AuditMark,
  type AuditRow,
  type Mac,
} from './audit-chain.ts';
import { parseEvent, type AuditEvent } from './audit-event.ts';
import type { ChainFault, MarkKeeper, Run } from './chain-fault.ts';

/** A place in the audit that somebody noted. `seal`: whole, or its first digits. */
export type NotedMark = AuditMark & { readonly by: MarkKeeper };

/** A check under way. Small, however many rows it has seen. */
export type ChainCheck = {
  /** The number and seal of the last row, as it stands. */
  readonly last: AuditMark;
  /** Seals on which the next row may follow: none where the row before it is gone. */
  readonly follows: readonly string[];
  readonly entries: number;
  /** Entries that fit, but say what this version does not know: a later one wrote them. */
  readonly unknown: number;
  readonly firstAt: string | undefined;
  readonly lastAt: string | undefined;
  /** Marks that were not come to yet, lowest first. */
  readonly ahead: readonly NotedMark[];
  /** The first `mostFaults`, in the order in which they were found. */
  readonly faults: readonly ChainFault[];
  /** How many were found besides. */
  readonly more: number;
};

/** So many faults are told one by one: an audit that is altered everywhere must not fill the memory. */
export const mostFaults = 100;

/** A check of an audit from its beginning, against marks noted before. */
export function startCheck(marks: readonly NotedMark[]): ChainCheck {
  return {
    last: beginning,
    follows: [beginning.seal],
    entries: 0,
    unknown: 0,
    firstAt: undefined,
    lastAt: undefined,
    ahead: marks.filter(({ seq }) => seq > 0).toSorted((a, b) => a.seq - b.seq),
    faults: [],
    more: 0,
  };
}

/** The check after one more row, and the row's event where it is one. Rows come by their numbers, lowest first; after a fault it goes on from the seal that stands there. */
export function checkRow(
  before: ChainCheck,
  row: AuditRow,
  mac: Mac,
): { readonly check: ChainCheck; readonly event: AuditEvent | undefined } {
  const event = parseEvent(row.event);
  const { seq, seal } = row;
  if (seq <= before.last.seq || !Number.isSafeInteger(seq)) {
    const entries = before.entries + 1;
    return { check: found({ ...before, entries }, { kind: 'doubled', at: seq }), event };
  }
  const passed = passGap(before, seq);
  const fitting = passed.follows.map(
    (each) => chainRow({ seq: seq - 1, seal: each }, row.event, mac).seal,
  );
  const isAltered = fitting.length > 0 && !fitting.includes(seal);
  const judged = isAltered ? found(passed, { kind: 'altered', from: seq, to: seq }) : passed;
  const marked = meetMarks(judged, row);
  return {
    check: {
      ...marked,
      last: { seq, seal },
      // Where only the seal of this row was altered, the next one follows on the seal that it had.
      follows: isAltered ? [seal, ...fitting.slice(0, 1)] : [seal],
      entries: before.entries + 1,
      unknown: before.unknown + (event === undefined && !isAltered ? 1 : 0),
      firstAt: before.firstAt ?? event?.at,
      lastAt: event?.at ?? before.lastAt,
    },
    event,
  };
}

/** The check at the end of all rows. `head` must have been read after the last of them. */
export function endCheck(before: ChainCheck, head: AuditHead, mac: Mac): ChainCheck {
  const past = before.ahead.map(({ by, seq: at }) => ({ kind: 'markPast', by, at }) as const);
  const isHead = chainHead(head, mac).headSeal === head.headSeal;
  const check = isHead && head.seq < before.last.seq ? withoutPast(before, head.seq) : before;
  const atHead = isHead ? judgeHead(before, head) : ({ kind: 'headForged' } as const);
  return {
    ...check,
    ahead: [],
    // Always told: what is wrong at the end must not drown in what is wrong before it.
    faults: [...check.faults, ...past, ...(atHead === undefined ? [] : [atHead])],
  };
}

function judgeHead(
  { last, follows, faults, more }: ChainCheck,
  head: AuditHead,
): ChainFault | undefined {
  if (head.seq > last.seq) return { kind: 'cutOff', from: last.seq + 1, to: head.seq };
  if (head.seq < last.seq) {
    const isSealed = more === 0 && !faults.some((fault) => isFlawPast(fault, head.seq));
    return { kind: isSealed ? 'headPutBack' : 'added', from: head.seq + 1, to: last.seq };
  }
  // An altered last entry is told already.
  const isTold = follows.length > 1;
  return head.seal === last.seal || isTold ? undefined : { kind: 'headDiffers' };
}

const isFlawPast = (fault: ChainFault, end: number): fault is Extract<ChainFault, Run> =>
  (fault.kind === 'altered' || fault.kind === 'missing') && fault.to > end;

/** Of rows past the end it is said once that they are, whatever else is wrong with them. */
const withoutPast = (check: ChainCheck, end: number): ChainCheck => ({
  ...check,
  faults: check.faults.flatMap<ChainFault>((fault) => {
    if (!isFlawPast(fault, end)) return fault;
    return fault.from > end ? [] : { ...fault, to: end };
  }),
});

/** Rows between the last one and `seq` are missing, and with them the marks there. */
function passGap(check: ChainCheck, seq: number): ChainCheck {
  const { last, ahead } = check;
  if (seq === last.seq + 1) return check;
  const lost = ahead.filter((mark) => mark.seq < seq);
  const gap = found(
    { ...check, follows: [], ahead: ahead.slice(lost.length) },
    { kind: 'missing', from: last.seq + 1, to: seq - 1 },
  );
  return lost.reduce<ChainCheck>(
    (each, mark) => found(each, { kind: 'markLost', by: mark.by, at: mark.seq }),
    gap,
  );
}

function meetMarks(check: ChainCheck, { seq, seal }: AuditRow): ChainCheck {
  if (check.ahead[0]?.seq !== seq) return check;
  const met = check.ahead.filter((mark) => mark.seq === seq);
  return met
    .filter((mark) => !seal.startsWith(mark.seal))
    .reduce<ChainCheck>((each, { by }) => found(each, { kind: 'markDiffers', by, at: seq }), {
      ...check,
      ahead: check.ahead.slice(met.length),
    });
}

/** Adds a fault: to the one before where it goes on with it. */
function found(check: ChainCheck, fault: ChainFault): ChainCheck {
  const { faults, more } = check;
  const latest = faults.at(-1);
  if (latest?.kind === 'doubled' && fault.kind === 'doubled' && latest.at === fault.at)
    return check;
  if (latest !== undefined && 'to' in latest && 'to' in fault) {
    const goesOn = more === 0 && latest.kind === fault.kind && latest.to + 1 === fault.from;
    if (goesOn) return { ...check, faults: [...faults.slice(0, -1), { ...latest, to: fault.to }] };
  }
  return faults.length < mostFaults
    ? { ...check, faults: [...faults, fault] }
    : { ...check, more: more + 1 };
}
