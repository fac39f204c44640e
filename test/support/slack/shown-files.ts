import type { StoredFile, World } from './world.ts';

/** Where blocks show a file of Slack's: which, and the JSON pointer to it. */
function findShownFiles(
  value: unknown,
  pointer = '',
): readonly { readonly name: string; readonly pointer: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: readonly [string, unknown][] = Object.entries(value);
  return entries.flatMap(([key, each]) => {
    const at = `${pointer}/${key}`;
    if (key !== 'slack_file' || typeof each !== 'object' || each === null)
      return findShownFiles(each, at);
    const name = 'id' in each ? each.id : 'url' in each ? each.url : undefined;
    return typeof name === 'string' ? [{ name, pointer: at }] : [];
  });
}

/** The file that an identifier or an address of `url_private` or `permalink` names. */
function fileNamed(world: World, name: string): StoredFile | undefined {
  const id = /^https:\/\/(?:files|fake)\.slack\.com\/.*\b(F0FAKE\w+)\//u.exec(name)?.[1] ?? name;
  return world.files.get(id);
}

/** Whether blocks show this file. */
export function shows(world: World, blocks: unknown, file: StoredFile): boolean {
  return findShownFiles(blocks).some(({ name }) => fileNamed(world, name) === file);
}

/** What is wrong with the files shown: each must be the bot's own, complete, ready and a picture. */
export function findBadFiles(world: World, blocks: unknown, root: string): readonly string[] {
  return findShownFiles(blocks, root).flatMap(({ name, pointer }) => {
    const file = fileNamed(world, name);
    return file?.owner === world.botUserId &&
      isReady(world, file) &&
      pictureType(file) !== undefined
      ? []
      : `invalid slack file [json-pointer:${pointer}]`;
  });
}

/** Whether Slack has looked at the file since its upload was completed. */
export function isReady({ clock }: World, { readyAtMs }: StoredFile): boolean {
  return readyAtMs !== undefined && clock() >= readyAtMs;
}

const BEGINNINGS = { png: '89504e470d0a1a0a', jpg: 'ffd8ff', gif: '47494638' };

/** The kind of picture that the bytes themselves begin as. */
export function pictureType({
  bytes,
}: Pick<StoredFile, 'bytes'>): keyof typeof BEGINNINGS | undefined {
  const beginning = bytes?.subarray(0, 8).toString('hex') ?? '';
  if (beginning.startsWith(BEGINNINGS.png)) return 'png';
  if (beginning.startsWith(BEGINNINGS.jpg)) return 'jpg';
  return beginning.startsWith(BEGINNINGS.gif) ? 'gif' : undefined;
}
