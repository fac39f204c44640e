import type { DisclosurePolicy } from '#src/disclosure/policy.ts';

/** What one or two devices make of a raw flow's week. */
export type Shares = { readonly largest: number; readonly second: number };

/** Raw flows of one week taken together. `shares`: of each, where the source knows them. */
export type FlowSum = {
  readonly trips: number;
  readonly deviceSum: number;
  readonly deviceMost: number;
  readonly shares: readonly Shares[] | undefined;
};

/** The fewest devices that may be behind flows of one week, if no device is in more than `placesPerDevice` of them. Source: docs/policy.md, paragraph 4. */
export const fewestDevices = (
  { deviceSum, deviceMost }: Pick<FlowSum, 'deviceSum' | 'deviceMost'>,
  { placesPerDevice }: DisclosurePolicy,
): number => Math.max(deviceMost, Math.floor(deviceSum / placesPerDevice));

/** Whether flows of one week are about enough devices and trips, and not mostly about one or two. Source: docs/policy.md, paragraph 3. */
export function isOpenToSee(sum: FlowSum, policy: DisclosurePolicy): boolean {
  return (
    sum.trips >= policy.threshold &&
    fewestDevices(sum, policy) >= policy.threshold &&
    !mayDominate(sum.trips, mostOf(sum.shares, policy), policy)
  );
}

/** The most that one device (`one`) and that two devices (`two`) can make. */
export type Most = { readonly one: number; readonly two: number };

/** A device in several flows of a week may be the largest in each of them: in at most `placesPerDevice`. Undefined where the source does not know. */
export function mostOf(
  shares: readonly Shares[] | undefined,
  { placesPerDevice }: DisclosurePolicy,
): Most | undefined {
  const [only, other] = shares ?? [];
  if (shares === undefined || only === undefined) return undefined;
  if (other === undefined) return { one: only.largest, two: only.largest + only.second };
  const all = shares.flatMap(({ largest, second }) => [largest, second]);
  return {
    one: sumOfMost(
      shares.map(({ largest }) => largest),
      placesPerDevice,
    ),
    two: sumOfMost(all, 2 * placesPerDevice),
  };
}

const sumOfMost = (values: readonly number[], count: number): number =>
  values
    .toSorted((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, value) => sum + value, 0);

/** Whether (n, k) dominance or the p% rule hides it. */
export function mayDominate(
  trips: number,
  most: Most | undefined,
  { dominance, pPercent }: DisclosurePolicy,
): boolean {
  if (most === undefined || trips === 0) return false;
  const top = dominance.n === 1 ? most.one : most.two;
  return 100 * top > dominance.percent * trips || 100 * (trips - most.two) < pPercent * most.one;
}
