/** One of some named cases. Throws where there is none of that name. */
export function caseNamed<T>(cases: Readonly<Record<string, T>>, name: string): T {
  const found = cases[name];
  if (found === undefined) throw new Error(`no case is called ${name}`);
  return found;
}
