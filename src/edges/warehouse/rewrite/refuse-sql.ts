/** Stops a rewrite: names the construct that is outside the subset both engines read alike. For developers, at start-up. */
export function refuseSql(line: number, why: string): never {
  throw new Error(`line ${line}: ${why}`);
}
