import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { currentRelease } from '#src/edges/warehouse/current-release.ts';

/** A folder for a bot. `home`: with the demonstration's release and an empty state; `config`: the project's, with these channels. */
export type Home = { readonly home: string; readonly config: string };

/** The release is the same each time and takes a minute, so it is kept. */
const kept = join(tmpdir(), 'mobility-bench-slack');

/** Makes a bot's folders under `folder`. `release`: makes a release in the folder `home` of a folder. */
export async function makeHome(
  folder: string,
  { project, channels }: { readonly project: string; readonly channels: readonly string[] },
  release: (folder: string) => Promise<unknown>,
): Promise<Home> {
  await mkdir(kept, { recursive: true });
  if ((await currentRelease(join(kept, 'home'))).kind !== 'live') await release(kept);
  const home = join(folder, 'home');
  await cp(join(kept, 'home'), home, { recursive: true });
  const config = parseDocument(await readFile(join(project, 'mobility.config.yml'), 'utf8'));
  const tiers = Object.fromEntries(channels.map((channel) => [channel, 'districts']));
  config.setIn(['access', 'channels'], tiers);
  await writeFile(join(folder, 'config.yml'), config.toString());
  return { home, config: join(folder, 'config.yml') };
}
