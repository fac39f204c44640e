import { makeLiveRelease, type LiveRelease } from '#src/bot/live-release.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';

type Name = 'older' | 'newer';

/** Two tiny releases, of which one is live: the older until another is pointed at. `watch`: begins with the older. Close them. */
export type TwoReleases = {
  watch(): Promise<LiveRelease>;
  pointAt(name: Name): void;
  close(): Promise<void>;
};

/** Makes both. The newer is `tiny-2`, with a week more. */
export async function openTwoReleases(): Promise<TwoReleases> {
  const releases = {
    older: await makeTinyEdges(),
    newer: await makeTinyEdges({ release: { releaseId: 'tiny-2' }, weeks: 73 }),
  };
  let live: Name = 'older';
  const edges = () => releases[live].edges;
  return {
    watch: async () => {
      live = 'older';
      const release = makeLiveRelease({
        name: () => Promise.resolve(edges().desk.warehouse.release.releaseId),
        // They are closed in the end, not when another goes live.
        open: () =>
          Promise.resolve({
            edges: edges(),
            warehouse: { ...edges().desk.warehouse, close: () => Promise.resolve() },
          }),
        pause: () => Promise.resolve(),
        lingerMs: 0,
      });
      await release.look();
      return release;
    },
    pointAt: (name) => {
      live = name;
    },
    close: async () => {
      await releases.older.close();
      await releases.newer.close();
    },
  };
}
