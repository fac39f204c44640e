import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';

/**
 * The rows of the origin and destination table: the pairs with most trips by name, the rest of the trips into a district as "elsewhere in <region of origin>".
 * `leafOf[pair]` is the leaf that counts the trips of that row of the base trips, or −1 where the pair is left out. Leaves ascend by destination, then origin.
 */
export type DemoLeaves = {
  readonly origin: readonly string[];
  readonly destination: Uint16Array;
  /** 1 where trips stay within the district. */
  readonly within: Uint8Array;
  readonly leafOf: Int32Array;
};

/** Chooses the leaves: every pair within a district, then the pairs with most trips, up to `explicitPairs`. Pairs that no land route joins are left out. */
export function chooseLeaves(parameters: DemoParameters): DemoLeaves {
  const pairs = landPairs(parameters);
  const named = new Set(largestPairs(parameters, pairs));
  const nameOf = makeLeafNamer(parameters, named);
  const leafNames = [...new Set(pairs.map(nameOf))].toSorted();
  const indexOf = new Map(leafNames.map((name, index) => [name, index]));
  const leafOf = new Int32Array(parameters.base.commute.length).fill(-1);
  for (const pair of pairs) leafOf[pair] = indexOf.get(nameOf(pair)) ?? -1;
  return { ...endsOf(parameters, leafNames), leafOf };
}

function landPairs({ base, districts, model }: DemoParameters): readonly number[] {
  const landmass = districts.map((district) =>
    model.apart.includes(district.region) ? district.region : '',
  );
  return Array.from({ length: base.commute.length }, (_, pair) => pair).filter(
    (pair) => landmass[base.origin[pair] ?? 0] === landmass[base.destination[pair] ?? 0],
  );
}

function largestPairs(
  { base, model }: DemoParameters,
  pairs: readonly number[],
): readonly number[] {
  const trips = (pair: number): number =>
    base.origin[pair] === base.destination[pair]
      ? Infinity
      : (base.commute[pair] ?? 0) + (base.other[pair] ?? 0);
  const ranked = pairs.toSorted((a, b) =>
    trips(b) > trips(a) ? 1 : trips(b) < trips(a) ? -1 : a - b,
  );
  return ranked.slice(0, model.explicitPairs);
}

/** Names sort by destination, then origin. */
function makeLeafNamer(
  { base, districts }: DemoParameters,
  named: ReadonlySet<number>,
): (pair: number) => string {
  return (pair) => {
    const origin = districts[base.origin[pair] ?? 0];
    const destination = districts[base.destination[pair] ?? 0];
    return `${destination?.code}|${named.has(pair) ? origin?.code : `elsewhere:${origin?.region}`}`;
  };
}

function endsOf(
  { districts }: DemoParameters,
  leafNames: readonly string[],
): Omit<DemoLeaves, 'leafOf'> {
  const indexOf = new Map(districts.map(({ code }, index) => [code, index]));
  const ends = leafNames.map((name) => name.split('|', 2));
  return {
    origin: ends.map(([, origin = '']) => origin),
    destination: Uint16Array.from(ends, ([destination = '']) => indexOf.get(destination) ?? 0),
    within: Uint8Array.from(ends, ([destination, origin]) => (destination === origin ? 1 : 0)),
  };
}
