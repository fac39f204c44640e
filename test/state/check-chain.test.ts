import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginning,
  chainHead,
  chainRow,
  type AuditHead,
  type AuditMark,
  type AuditRow,
  type Mac,
} from '#src/state/audit-chain.ts';
import { writeEvent, type AuditEvent } from '#src/state/audit-event.ts';
import type { ChainFault } from '#src/state/chain-fault.ts';
import {
  checkRow,
  endCheck,
  mostFaults,
  startCheck,
  type NotedMark,
} from '#src/state/check-chain.ts';

const macOf =
  (key: string): Mac =>
  (text) =>
    createHmac('sha256', key).update(text).digest('hex');
const mac = macOf('the key of this audit');

const eventOf = (subject: string): AuditEvent => ({
  actor: { kind: 'program', name: 'test' },
  at: '2026-11-23T09:00:00.000Z',
  action: 'delivery.accepted',
  subject,
});

/** All that is kept of an audit. */
type Kept = { readonly rows: readonly AuditRow[]; readonly head: AuditHead };

/** A true audit of so many entries, as it was at each of its lengths. */
function grow(length: number, name = 'entry'): Kept & { readonly heads: readonly AuditHead[] } {
  const rows: AuditRow[] = [];
  const heads = [chainHead(beginning, mac)];
  let last: AuditMark = beginning;
  for (let index = 1; index <= length; index += 1) {
    const row = chainRow(last, writeEvent(eventOf(`${name} ${index}`)), mac);
    rows.push(row);
    heads.push(chainHead(row, mac));
    last = row;
  }
  return { rows, head: chainHead(last, mac), heads };
}

const witnessAt = ({ rows }: Kept, seq: number): NotedMark => ({
  by: 'witness',
  seq,
  seal: rows[seq - 1]?.seal ?? beginning.seal,
});

function check({ rows, head }: Kept, marks: readonly NotedMark[] = [], key = mac) {
  let state = startCheck(marks);
  for (const row of rows) state = checkRow(state, row, key).check;
  return endCheck(state, head, key);
}

const faultsOf = (kept: Kept, marks?: readonly NotedMark[]): readonly ChainFault[] =>
  check(kept, marks).faults;

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new Error('no such item');
  return found;
};

const edited = (kept: Kept, seq: number, edit: Partial<AuditRow>): Kept => ({
  ...kept,
  rows: kept.rows.map((row) => (row.seq === seq ? { ...row, ...edit } : row)),
});

const without = (kept: Kept, from: number, to: number): Kept => ({
  ...kept,
  rows: kept.rows.filter(({ seq }) => seq < from || seq > to),
});

const ten = grow(10);
const end = witnessAt(ten, 10);
const other = writeEvent(eventOf('something else'));
const forged = macOf('another key');

describe('what is wrong is told apart', () => {
  const twelve = grow(12);
  test.each<{
    readonly name: string;
    readonly kept: Kept;
    readonly marks?: readonly NotedMark[];
    readonly faults: readonly ChainFault[];
  }>([
    { name: 'nothing', kept: ten, marks: [end, witnessAt(ten, 4)], faults: [] },
    { name: 'nothing in an empty audit', kept: grow(0), faults: [] },
    {
      name: 'an altered event',
      kept: edited(ten, 4, { event: other }),
      faults: [{ kind: 'altered', from: 4, to: 4 }],
    },
    {
      name: 'an altered event of the last entry',
      kept: edited(ten, 10, { event: other }),
      faults: [{ kind: 'altered', from: 10, to: 10 }],
    },
    {
      name: 'an altered seal, which does not make the next entry look altered',
      kept: edited(ten, 4, { seal: forged('x') }),
      faults: [{ kind: 'altered', from: 4, to: 4 }],
    },
    {
      name: 'two altered entries apart',
      kept: edited(edited(ten, 2, { event: other }), 7, { event: other }),
      faults: [
        { kind: 'altered', from: 2, to: 2 },
        { kind: 'altered', from: 7, to: 7 },
      ],
    },
    {
      name: 'an event that is no JSON',
      kept: edited(ten, 4, { event: '{"actor":' }),
      faults: [{ kind: 'altered', from: 4, to: 4 }],
    },
    {
      name: 'two entries that changed places',
      kept: edited(edited(ten, 4, { ...at(ten.rows, 4), seq: 4 }), 5, {
        ...at(ten.rows, 3),
        seq: 5,
      }),
      faults: [{ kind: 'altered', from: 4, to: 6 }],
    },
    {
      name: 'entries missing in the middle, twice',
      kept: without(without(ten, 3, 4), 7, 7),
      faults: [
        { kind: 'missing', from: 3, to: 4 },
        { kind: 'missing', from: 7, to: 7 },
      ],
    },
    {
      name: 'entries missing at the beginning',
      kept: without(ten, 1, 6),
      faults: [{ kind: 'missing', from: 1, to: 6 }],
    },
    {
      name: 'entries missing where one was noted',
      kept: without(ten, 3, 4),
      marks: [witnessAt(ten, 4)],
      faults: [
        { kind: 'missing', from: 3, to: 4 },
        { kind: 'markLost', by: 'witness', at: 4 },
      ],
    },
    {
      name: 'entries cut off',
      kept: without(ten, 9, 10),
      marks: [end],
      faults: [
        { kind: 'markPast', by: 'witness', at: 10 },
        { kind: 'cutOff', from: 9, to: 10 },
      ],
    },
    {
      name: 'all entries gone, and the head with them',
      kept: grow(0),
      marks: [end],
      faults: [{ kind: 'markPast', by: 'witness', at: 10 }],
    },
    {
      name: 'entries cut off, and the head put back to fit',
      kept: { rows: ten.rows.slice(0, 8), head: at(ten.heads, 8) },
      marks: [end, { by: 'person', seq: 9, seal: at(ten.rows, 8).seal.slice(0, 12) }],
      faults: [
        { kind: 'markPast', by: 'person', at: 9 },
        { kind: 'markPast', by: 'witness', at: 10 },
      ],
    },
    {
      name: 'entries cut off, and a head without the key',
      kept: {
        rows: ten.rows.slice(0, 8),
        head: chainHead(at(ten.rows, 7), forged),
      },
      faults: [{ kind: 'headForged' }],
    },
    {
      name: 'a head put back',
      kept: { ...ten, head: at(ten.heads, 8) },
      faults: [{ kind: 'headPutBack', from: 9, to: 10 }],
    },
    {
      name: 'an entry added past the head',
      kept: { ...ten, rows: [...ten.rows, chainRow(at(ten.rows, 9), other, forged)] },
      faults: [{ kind: 'added', from: 11, to: 11 }],
    },
    {
      name: 'an entry added far past the head, and one cut off before it',
      kept: {
        ...ten,
        rows: [...ten.rows.slice(0, 9), chainRow({ seq: 1e12, seal: '' }, other, forged)],
      },
      faults: [
        { kind: 'missing', from: 10, to: 10 },
        { kind: 'added', from: 11, to: 1e12 + 1 },
      ],
    },
    {
      name: 'an entry under a number below 1, and one under a number that is taken',
      kept: {
        ...ten,
        rows: [{ ...at(ten.rows, 2), seq: -3 }, ...ten.rows.slice(0, 4), ...ten.rows.slice(3)],
      },
      faults: [
        { kind: 'doubled', at: -3 },
        { kind: 'doubled', at: 4 },
      ],
    },
    {
      name: 'a history written anew by whoever has the key',
      kept: grow(12, 'other'),
      marks: [end],
      faults: [{ kind: 'markDiffers', by: 'witness', at: 10 }],
    },
    {
      name: 'a head of another history',
      kept: { ...ten, head: grow(10, 'other').head },
      faults: [{ kind: 'headDiffers' }],
    },
    {
      name: 'several at once: each is found',
      kept: without(edited({ ...twelve, head: at(twelve.heads, 11) }, 2, { event: other }), 6, 8),
      marks: [{ by: 'person', seq: 10, seal: '0'.repeat(12) }],
      faults: [
        { kind: 'altered', from: 2, to: 2 },
        { kind: 'missing', from: 6, to: 8 },
        { kind: 'markDiffers', by: 'person', at: 10 },
        { kind: 'headPutBack', from: 12, to: 12 },
      ],
    },
  ])('$name', ({ kept, marks, faults }) => {
    expect(faultsOf(kept, marks)).toEqual(faults);
  });
});

test('with another key, every entry and the head are wrong, told as one run', () => {
  expect(check(ten, [], forged).faults).toEqual([
    { kind: 'altered', from: 1, to: 10 },
    { kind: 'headForged' },
  ]);
});

test('many faults are counted, and the first are told', () => {
  const { rows, head } = grow(3 * mostFaults);
  const { faults, more, entries } = check({ rows: rows.filter(({ seq }) => seq % 2 === 0), head });
  expect({ told: faults.length, more, entries }).toEqual({
    told: mostFaults,
    more: mostFaults / 2,
    entries: 1.5 * mostFaults,
  });
});

test('what a check says of a whole audit: how many entries, from when to when, and its end', () => {
  const first = chainRow(beginning, writeEvent(eventOf('a')), mac);
  const later = { ...eventOf('b'), at: '2026-11-24T10:00:00.000Z' };
  const second = chainRow(first, writeEvent(later), mac);
  expect(check({ rows: [first, second], head: chainHead(second, mac) })).toMatchObject({
    entries: 2,
    firstAt: '2026-11-23T09:00:00.000Z',
    lastAt: '2026-11-24T10:00:00.000Z',
    last: { seq: 2, seal: second.seal },
    faults: [],
    more: 0,
  });
});

describe('whoever writes to the database without the key', () => {
  const lengths = fc.integer({ min: 1, max: 12 });

  test('leaves no audit that looks whole but one that once was, and no older than the witness', () => {
    // Any rows of this history, of one forked from it, or forged, in any order and number, under any head that ever was or a forged one.
    const attack = lengths.chain((length) => {
      const kept = grow(length);
      const fork = grow(length, 'fork');
      const rows = fc.oneof(
        fc.constantFrom(...kept.rows, ...fork.rows),
        fc.record({
          seq: fc.integer({ min: -1, max: length + 2 }),
          event: fc.constantFrom(other, ...kept.rows.map(({ event }) => event)),
          seal: fc.constantFrom(forged('x'), '', ...kept.rows.map(({ seal }) => seal)),
        }),
      );
      const heads = fc.constantFrom(
        ...kept.heads,
        ...fork.heads.slice(1),
        ...kept.heads.map((head) => ({ ...head, headSeal: forged('x') })),
      );
      return fc.record({
        kept: fc.constant(kept),
        fork: fc.constant(fork),
        witness: fc.integer({ min: 0, max: length }),
        start: fc.integer({ min: 0, max: length }),
        rows: fc.array(rows, { maxLength: 4 }),
        rest: fc.integer({ min: 0, max: length }),
        head: heads,
      });
    });
    let whole = 0;
    fc.assert(
      fc.property(attack, ({ kept, fork, witness, start, rows, rest, head }) => {
        const tampered = [
          ...kept.rows.slice(0, start),
          ...rows.toSorted((a, b) => a.seq - b.seq),
          ...kept.rows.slice(rest),
        ];
        const { faults } = check({ rows: tampered, head }, [witnessAt(kept, witness)]);
        const isState = (history: Kept & { heads: readonly AuditHead[] }) =>
          head.headSeal === history.heads[head.seq]?.headSeal &&
          JSON.stringify(tampered) === JSON.stringify(history.rows.slice(0, head.seq));
        const isOnceTrue =
          (isState(kept) && head.seq >= witness) || (isState(fork) && witness === 0);
        if (isOnceTrue) whole += 1;
        expect(faults.length === 0).toBe(isOnceTrue);
      }),
      { numRuns: 3000 },
    );
    expect(whole).toBeGreaterThan(5);
  });

  const places = fc
    .record({ length: lengths, place: fc.nat(), second: fc.nat() })
    .map(({ length, place, second }) => ({
      kept: grow(length),
      seq: 1 + (place % length),
      second: 1 + (second % length),
    }));
  /** One change each, with the head left or fitted by whoever lacks the key; undefined: it changes nothing. */
  const changes: readonly {
    readonly name: string;
    readonly change: (kept: Kept, seq: number, second: number) => readonly AuditRow[] | undefined;
  }[] = [
    { name: 'an edit', change: (kept, seq) => edited(kept, seq, { event: other }).rows },
    {
      name: 'an edited seal',
      change: (kept, seq) => edited(kept, seq, { seal: forged('x') }).rows,
    },
    { name: 'a deletion', change: (kept, seq) => without(kept, seq, seq).rows },
    {
      name: 'a deletion closed up by numbering anew',
      change: (kept, seq) =>
        without(kept, seq, seq).rows.map((row) =>
          row.seq > seq ? { ...row, seq: row.seq - 1 } : row,
        ),
    },
    {
      name: 'a swap',
      change: (kept, seq, second) =>
        seq === second
          ? undefined
          : edited(edited(kept, seq, { ...at(kept.rows, second - 1), seq }), second, {
              ...at(kept.rows, seq - 1),
              seq: second,
            }).rows,
    },
    {
      name: 'an insertion',
      change: (kept, seq) =>
        kept.rows.flatMap((row) =>
          row.seq < seq
            ? row
            : row.seq > seq
              ? { ...row, seq: row.seq + 1 }
              : [
                  { seq, event: other, seal: forged('y') },
                  { ...row, seq: row.seq + 1 },
                ],
        ),
    },
    { name: 'a truncation', change: (kept, seq) => kept.rows.slice(0, seq - 1) },
  ];
  test.each(changes)('$name is found, whichever head is put', ({ change }) => {
    fc.assert(
      fc.property(places, ({ kept, seq, second }) => {
        const rows = change(kept, seq, second);
        if (rows === undefined) return;
        const last = rows.at(-1) ?? beginning;
        const heads = [kept.head, chainHead(last, forged), ...kept.heads];
        for (const head of heads)
          expect(faultsOf({ rows, head }, [witnessAt(kept, kept.rows.length)])).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('an older head put back is found without any witness', () => {
    fc.assert(
      fc.property(lengths, fc.nat(), (length, place) => {
        const { rows, heads } = grow(length);
        const head = at(heads, place % length);
        expect(faultsOf({ rows, head })).toEqual([
          { kind: 'headPutBack', from: head.seq + 1, to: length },
        ]);
      }),
    );
  });

  test('puts back an old copy of everything: found by a mark noted since, and by nothing else', () => {
    fc.assert(
      fc.property(lengths, fc.nat(), (length, place) => {
        const kept = grow(length);
        const old = place % length;
        const restored = { rows: kept.rows.slice(0, old), head: at(kept.heads, old) };
        expect(faultsOf(restored)).toEqual([]);
        expect(faultsOf(restored, [witnessAt(kept, old)])).toEqual([]);
        expect(faultsOf(restored, [witnessAt(kept, old + 1)])).toEqual([
          { kind: 'markPast', by: 'witness', at: old + 1 },
        ]);
      }),
    );
  });
});

test('an untouched audit of any length is whole, with a mark noted at any place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.nat(), (length, place) => {
      const kept = grow(length);
      expect(faultsOf(kept, [witnessAt(kept, place % (length + 1))])).toEqual([]);
    }),
  );
});

test('an entry that a later version wrote is counted, and no fault', () => {
  const odd = chainRow(at(ten.rows, 9), '{"action":"moon.landed"}', mac);
  const rows = [...ten.rows, odd];
  const check = rows.reduce((each, row) => checkRow(each, row, mac).check, startCheck([]));
  expect(endCheck(check, chainHead(odd, mac), mac)).toMatchObject({ unknown: 1, faults: [] });
  const altered = rows.map((row) => (row.seq === 11 ? { ...row, event: '{"action":"x"}' } : row));
  const found = altered.reduce((each, row) => checkRow(each, row, mac).check, startCheck([]));
  expect(found).toMatchObject({ unknown: 0, faults: [{ kind: 'altered', from: 11, to: 11 }] });
});
