import type { FakeFile, FakeUser, FakeUserGroup } from './fake-slack.ts';
import { isReady, shows } from './shown-files.ts';
import type { StoredFile, World } from './world.ts';

/** A person as given, the rest as most people are: of this workspace, no guest, in London. */
export function addUser(world: World, user: Partial<FakeUser>): FakeUser {
  const id = user.id ?? world.nextId('U');
  const added = {
    name: `person-${id.toLowerCase()}`,
    isGuest: false,
    isUltraGuest: false,
    isStranger: false,
    isBot: false,
    deleted: false,
    teamId: user.isStranger === true ? 'T0FAKEOTHER' : world.teamId,
    tz: 'Europe/London',
    ...user,
    id,
  };
  world.users.set(id, added);
  return added;
}

/** A user group as given, else empty. */
export function addUserGroup(world: World, group: Partial<FakeUserGroup>): FakeUserGroup {
  const id = group.id ?? world.nextId('S');
  const added = { handle: `group-${id.toLowerCase()}`, users: [], ...group, id };
  world.groups.set(id, added);
  return added;
}

/** A file that is complete and ready. */
export function addFile(
  world: World,
  { name, bytes, owner }: { name: string; bytes: Buffer; owner: string },
): FakeFile {
  const file: StoredFile = {
    id: world.nextId('F'),
    name,
    title: name,
    altText: undefined,
    owner,
    length: bytes.length,
    bytes,
    uploadKey: undefined,
    readyAtMs: world.clock(),
    createdMs: world.clock(),
  };
  world.files.set(file.id, file);
  return { ...file, bytes, complete: true, ready: true, usedIn: [] };
}

/** Every file whose bytes arrived. */
export function listFiles(world: World): readonly FakeFile[] {
  return [...world.files.values()].flatMap((file) => {
    const { bytes, readyAtMs } = file;
    if (bytes === undefined) return [];
    return {
      id: file.id,
      name: file.name,
      altText: file.altText,
      owner: file.owner,
      bytes,
      complete: readyAtMs !== undefined,
      ready: isReady(world, file),
      usedIn: [...world.messages, ...world.ephemerals]
        .filter(({ blocks }) => shows(world, blocks, file))
        .map(({ ts }) => ts),
    };
  });
}

/** The bot's files that no message and no open view shows. */
export function orphanedFiles(world: World): readonly FakeFile[] {
  return listFiles(world).filter(({ id, owner, usedIn }) => {
    const file = world.files.get(id);
    const isInView = [...world.views.values()].some(
      ({ isOpen, view }) => isOpen && file !== undefined && shows(world, view.blocks, file),
    );
    return owner === world.botUserId && usedIn.length === 0 && !isInView;
  });
}
