/** The tables of a protected release as queries name them: all that a registered query may read. */
export const protectedTables: ReadonlySet<string> = new Set(
  [
    'release',
    'area',
    'area_alias',
    'area_closure',
    'mode',
    'event',
    'calendar',
    'leaf_weekly',
    'daily',
    'error_bound',
    'report',
  ].map((table) => `protected.${table}`),
);
