/** Names and their values as an address holds them, after its question mark. */
export function searchText(pairs: Iterable<readonly [name: string, value: string]>): string {
  const search = new URLSearchParams();
  for (const [name, value] of pairs) search.append(name, value);
  return search.toString();
}
