import { expectTypeOf, test } from 'vitest';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { Claim } from '#src/state/message.ts';
import type { KeepFile, Prepared, Ready, Sender } from '#src/state/sender.ts';
import type { Change, Store } from '#src/state/store.ts';

/** The last parameter of each function of `T`. */
type LastOf<T> = {
  [Name in keyof T]: T[Name] extends (...values: infer Values) => unknown
    ? Values extends readonly [...unknown[], infer Last]
      ? Last
      : never
    : never;
}[keyof T];
/** `hold` only locks and reads. */
type Writes = { [Room in keyof Change]: LastOf<Omit<Change[Room], 'hold'>> }[keyof Change];

/** The functions of `T` that can be called without all of their parameters. */
type OptionalOf<T> = {
  [Name in keyof T]: T[Name] extends (...values: infer Values) => unknown
    ? Values extends Required<Values>
      ? never
      : Name
    : Name;
}[keyof T];
type OptionalWrites = { [Room in keyof Change]: OptionalOf<Change[Room]> }[keyof Change];

test('every write takes what the audit records of it, and needs it', () => {
  expectTypeOf<Writes>().toEqualTypeOf<AuditContext>();
  expectTypeOf<keyof Change['proposals']>().toEqualTypeOf<'hold' | 'propose' | 'judge'>();
  expectTypeOf<OptionalWrites>().toBeNever();
  expectTypeOf<
    OptionalOf<{ put: (key: string, audit?: AuditContext) => void }>
  >().toEqualTypeOf<'put'>();
  expectTypeOf<LastOf<{ put: (key: string) => void }>>().toEqualTypeOf<string>();
});

test('nothing but a change writes', () => {
  expectTypeOf<keyof Store>().toEqualTypeOf<
    'engine' | 'change' | 'messages' | 'proposals' | 'releases' | 'audit' | 'close'
  >();
  expectTypeOf<keyof Store['messages']>().toEqualTypeOf<
    'find' | 'count' | 'waiting' | 'postedAt' | 'lastIn' | 'posted' | 'leftFiles'
  >();
  expectTypeOf<keyof Store['proposals']>().toEqualTypeOf<'find'>();
  expectTypeOf<keyof Store['releases']>().toEqualTypeOf<'list' | 'live'>();
  expectTypeOf<keyof Store['audit']>().toEqualTypeOf<'rows' | 'head' | 'witness'>();
  const forget = (change: Change) =>
    // @ts-expect-error: a write without what the audit records of it
    change.inbox.accept('Ev1');
  expectTypeOf(forget).toBeFunction();
  const begin = (change: Change, held: Claim) =>
    // @ts-expect-error: a content and nothing that the audit records
    change.outbox.begin(held, { text: 'x' });
  expectTypeOf(begin).toBeFunction();
});

test('nothing is posted but by what was made ready', () => {
  expectTypeOf<keyof Sender>().toEqualTypeOf<'prepare' | 'find'>();
  expectTypeOf<Prepared['kind']>().toEqualTypeOf<'ready' | 'refused' | 'notPosted'>();
  expectTypeOf<keyof Ready>().toEqualTypeOf<'kind' | 'content' | 'record' | 'post'>();
  expectTypeOf<Parameters<Sender['prepare']>[1]>().toEqualTypeOf<KeepFile>();
  // Whoever is told no must be able to hear it.
  expectTypeOf<ReturnType<KeepFile>>().toEqualTypeOf<Promise<boolean>>();
});
