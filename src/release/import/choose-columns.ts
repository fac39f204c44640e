/** A column the import knows, by its own name, and the position of the user's column that fills it. */
export type ChosenColumns = Readonly<Record<string, number>>;

/**
 * Finds the user's columns: those named by `map`, the others by their own names (case does not matter).
 * `known`: every column the file may have. Returns sentences where the map or the header cannot be followed.
 */
export function chooseColumns(
  header: readonly string[],
  known: readonly string[],
  map: Readonly<Record<string, string>>,
): { readonly chosen: ChosenColumns; readonly reasons: readonly string[] } {
  const unknown = Object.keys(map).filter((name) => !known.includes(name));
  const found = known.map((name) => ({ name, ...place(header, name, map[name]) }));
  return {
    chosen: Object.fromEntries(
      found.flatMap(({ name, at }) => (at === undefined ? [] : [[name, at]])),
    ),
    reasons: [
      ...unknown.map((name) => `the map names "${name}", which is none of: ${known.join(', ')}`),
      ...found.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
    ],
  };
}

function place(
  header: readonly string[],
  name: string,
  mapped: string | undefined,
): { readonly at?: number; readonly reason?: string } {
  const wanted = mapped ?? name;
  const exact = positions(header, (column) => column === wanted);
  const places =
    exact.length > 0
      ? exact
      : positions(header, (column) => column.toLowerCase() === wanted.toLowerCase());
  if (places.length > 1)
    return { reason: `has ${places.length} columns named "${wanted}": rename one` };
  if (places[0] !== undefined) return { at: places[0] };
  return mapped === undefined
    ? {}
    : { reason: `has no column "${wanted}" (its columns: ${header.join(', ')})` };
}

function positions(header: readonly string[], is: (column: string) => boolean): readonly number[] {
  return header.flatMap((column, at) => (is(column) ? [at] : []));
}
