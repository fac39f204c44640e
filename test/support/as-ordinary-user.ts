/** Debian's nobody. */
const nobody = 65_534;

/** Runs a task with the rights of an ordinary user, also where the tests run as root, who may write everywhere. */
export async function asOrdinaryUser<T>(task: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return task();
  process.seteuid?.(nobody);
  try {
    return await task();
  } finally {
    process.seteuid?.(0);
  }
}
