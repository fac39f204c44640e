import type { z } from 'zod';
import { Fault } from '#src/fault.ts';
import type { Query } from '#src/ports.ts';

/** Parameters as the query's contract reads them. Throws a fault that names the parameter, never its value. */
export function readParams<P>(query: Query<P>, params: unknown): P {
  const read = query.params.safeParse(params);
  if (read.success) return read.data;
  throw new Fault(
    'WarehouseFault',
    'badParameters',
    `${query.id}: a parameter breaks its contract${placesOf(read.error)}`,
  );
}

/** Rows as the query's contract reads them. Throws a fault that names the column, never its value. */
export function readRows<R>(
  query: { readonly id: string; readonly row: z.ZodType<R> },
  rows: readonly unknown[],
): readonly R[] {
  return rows.map((row) => {
    const read = query.row.safeParse(row);
    if (read.success) return read.data;
    throw new Fault(
      'WarehouseFault',
      'badRow',
      `${query.id}: a row breaks its contract${placesOf(read.error)}`,
    );
  });
}

/** Where, by name alone: messages of the validator may hold values. */
function placesOf({ issues }: z.ZodError): string {
  const places = issues.map(({ path }) => String(path[0] ?? '')).filter((place) => place !== '');
  return places.length === 0 ? '' : ` at ${[...new Set(places)].join(', ')}`;
}
