import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes in a folder of its own. */
export type SmallDisk = {
  readonly folder: string;
  /** Fills the disk, down to so many bytes that stay free. */
  readonly fill: (freeBytes: number) => void;
  /** Takes away what filled it. */
  readonly makeRoom: () => void;
  readonly remove: () => void;
};

const mount = (folder: string, bytes: number): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]).status === 0;
const unmount = (folder: string): void => {
  spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
};

/** Whether this process may mount a disk: root may, in most places. */
export function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mobility-mount-'));
  const isMounted = mount(folder, 2 ** 20);
  unmount(folder);
  return isMounted;
}

/** Mounts a disk of `bytes`. */
export function mountSmallDisk(bytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'mobility-disk-'));
  if (!mount(folder, bytes)) throw new Error('a disk cannot be mounted');
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: (freeBytes) => {
      const { bavail, bsize } = statfsSync(folder);
      const spare = bavail * bsize - freeBytes;
      if (spare > 0) writeFileSync(filler, Buffer.alloc(spare), { flag: 'a' });
    },
    makeRoom: () => rmSync(filler),
    remove: () => unmount(folder),
  };
}
