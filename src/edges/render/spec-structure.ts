import type { ChartSpec } from '#src/ports.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What may differ between two charts of one structure: rows by data set, values by parameter, and size. */
export type SpecContent = {
  readonly datasets: Readonly<Record<string, readonly unknown[]>>;
  readonly params: Fields;
  readonly width: number;
  readonly height: number;
  readonly padding: unknown;
};

/**
 * Splits a specification into its structure, which has to be compiled, and its content, which can be set on a compiled view.
 * Only top-level `datasets`, values of `params`, `width`, `height`, `padding` and `description` are content, and all but the last must be given; else undefined.
 */
export function splitSpec(
  spec: ChartSpec,
): { readonly structure: ChartSpec; readonly content: SpecContent } | undefined {
  const { datasets, params, width, height, padding, description: _, ...rest } = spec;
  if (!isFields(datasets) || !Array.isArray(params)) return undefined;
  if (typeof width !== 'number' || typeof height !== 'number' || padding === undefined)
    return undefined;
  const named = params
    .filter((param) => isFields(param))
    .map(({ name, value }) => [String(name), value] as const);
  return {
    structure: {
      ...rest,
      width: 100,
      height: 100,
      padding: 0,
      datasets: Object.fromEntries(Object.keys(datasets).map((name) => [name, []])),
      params: named.map(([name]) => ({ name, value: 0 })),
    },
    content: {
      width,
      height,
      padding,
      params: Object.fromEntries(named),
      // Vega mutates the rows it is given, so each view gets its own.
      datasets: structuredClone(datasets) as SpecContent['datasets'],
    },
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
