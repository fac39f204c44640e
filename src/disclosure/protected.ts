declare const mark: unique symbol;

/**
 * A value that holds protected numbers only: written by `protect()`, or read back from a release that `protect()` wrote.
 * Charts, words, tables and logs accept this type and nothing rawer. Source: docs/policy.md, paragraph 1.
 */
export type Protected<T> = T & { readonly [mark]: true };

declare const seal: unique symbol;

/** Proof that a release file was checked: made by `sealRelease` alone. */
export type ReleaseSeal = { readonly [seal]: true };

/**
 * Checks that a release row names the mechanism and policy it was protected under.
 * Throws where it does not: such a file was not written by `protect()`.
 */
export function sealRelease(release: {
  readonly mechanism: string;
  readonly policyHash: string;
}): ReleaseSeal {
  if (release.mechanism !== 'dependentRounding' || !/^[0-9a-f]{64}$/u.test(release.policyHash)) {
    throw new Error('not a protected release: its mechanism or policy is missing');
  }
  // The brand exists in types only; this is its one maker.
  return {} as ReleaseSeal;
}

/** Rows of a sealed release, as protected rows. */
export function readSealed<T>(rows: readonly T[], _seal: ReleaseSeal): readonly Protected<T>[] {
  // The seal is the reason: the rows were published by protect().
  return rows as readonly Protected<T>[];
}

/** What is computed from protected values alone is protected (post-processing). */
export function deriveAll<A, B>(
  rows: readonly Protected<A>[],
  compute: (rows: readonly Protected<A>[]) => B,
): Protected<B> {
  // Post-processing of protected values reveals no more than the values.
  return compute(rows) as Protected<B>;
}
