/** Pictures of the local page, in memory. */
export type Files = {
  /** Makes room for one and returns its ID. */
  reserve(): string;
  put(id: string, png: Uint8Array): void;
  find(id: string): Uint8Array | undefined;
  drop(id: string): void;
};

/** About a quarter of a megabyte each; older ones are forgotten. */
const mostFiles = 200;

/** An empty store of pictures. */
export function makeFiles(): Files {
  const files = new Map<string, Uint8Array | undefined>();
  let count = 0;
  return {
    reserve: () => {
      count += 1;
      const id = `F0${count}`;
      files.set(id, undefined);
      const [oldest] = files.keys();
      if (files.size > mostFiles && oldest !== undefined) files.delete(oldest);
      return id;
    },
    put: (id, png) => void files.set(id, png),
    find: (id) => files.get(id),
    drop: (id) => void files.delete(id),
  };
}
