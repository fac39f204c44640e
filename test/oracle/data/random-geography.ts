import { between, pick } from '#test/attack/seeded.ts';

/** A place with the code of what it lies in; none for a country, and sometimes for others. */
export type RandomArea = {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string | null;
};

// Capitals, accents, quotes and signs beyond 16 bits sort differently where an engine does not compare bytes.
const names = ['Ash', 'ash', 'Élan', "O'Dell", 'Zed "Z"', '', ' ', 'Ōtara 😀', 'back\\slash', '*'];

/** A country of regions and districts; some have a rest ('elsewhere:<code>'), some have lost their parent. */
export function makeRandomGeography(rng: () => number): readonly RandomArea[] {
  const regions = Array.from(
    { length: between(rng, 1, 3) },
    (_, at) => `${pick(rng, ['R', 'r', 'É'])}${at}`,
  );
  return [
    { code: 'K', name: pick(rng, names), level: 'country', parent: null },
    ...regions.flatMap((region) => makeRegion(rng, region)),
    ...restOf(rng, 'K'),
  ];
}

function makeRegion(rng: () => number, code: string): readonly RandomArea[] {
  const districts = Array.from({ length: between(rng, 0, 3) }, (_, at) => ({
    code: `${code}-${at}`,
    name: pick(rng, names),
    level: 'district',
    parent: rng() < 0.1 ? null : code,
  }));
  return [
    { code, name: pick(rng, names), level: 'region', parent: rng() < 0.1 ? null : 'K' },
    ...districts,
    ...restOf(rng, code),
  ];
}

function restOf(rng: () => number, parent: string): readonly RandomArea[] {
  const rest = { code: `elsewhere:${parent}`, name: 'elsewhere', level: 'elsewhere', parent };
  return rng() < 0.5 ? [rest] : [];
}

/** Every place with itself and all that it lies in. */
export function closureOf(
  areas: readonly RandomArea[],
): readonly { readonly ancestor: string; readonly descendant: string }[] {
  const parents = new Map(areas.map(({ code, parent }) => [code, parent]));
  const ancestorsOf = (code: string): readonly string[] => {
    const parent = parents.get(code) ?? null;
    return parent === null ? [code] : [code, ...ancestorsOf(parent)];
  };
  return areas.flatMap(({ code }) =>
    ancestorsOf(code).map((ancestor) => ({ ancestor, descendant: code })),
  );
}
