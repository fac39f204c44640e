import type { Refusal } from '#src/refusal.ts';

/** A value with notes for the echo, or the refusal that stands in its place. */
export type Settled<T> =
  | { readonly kind: 'settled'; readonly value: T; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The value, for an ask. */
export function settled<T>(value: T, notes: readonly string[] = []): Settled<T> {
  return { kind: 'settled', value, notes };
}

/** The refusal, in the place of an ask. */
export function refused(refusal: Refusal): Extract<Settled<never>, { kind: 'refused' }> {
  return { kind: 'refused', refusal };
}
