import type { Area } from '#src/area.ts';

/** Every area with itself and with all it lies in. Parents must not go in circles. */
export function closureOf(
  areas: readonly Area[],
): readonly { readonly ancestor: string; readonly descendant: string }[] {
  const parents = new Map(areas.map(({ code, parent }) => [code, parent]));
  return areas.flatMap(({ code }) =>
    lineageOf(code, parents).map((ancestor) => ({ ancestor, descendant: code })),
  );
}

function lineageOf(
  code: string,
  parents: ReadonlyMap<string, string | undefined>,
): readonly string[] {
  const parent = parents.get(code);
  return parent === undefined ? [code] : [code, ...lineageOf(parent, parents)];
}
