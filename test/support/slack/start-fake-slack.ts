import { once } from 'node:events';
import type { Server } from 'node:http';
import { addChannel } from './channels.ts';
import { makeCourier } from './deliver.ts';
import type { FakeSlack, FakeSlackOptions } from './fake-slack.ts';
import { addFile, addUser, addUserGroup, listFiles, orphanedFiles } from './look-around.ts';
import { packChange } from './pack-change.ts';
import { packCommand } from './pack-command.ts';
import { packEvent } from './pack-event.ts';
import { packMention } from './pack-mention.ts';
import { packPress } from './pack-press.ts';
import { packSearch } from './pack-search.ts';
import { packShortcut } from './pack-shortcut.ts';
import { packSubmission } from './pack-submission.ts';
import { makeHttpServer } from './serve-http.ts';
import { makeSocketHub } from './socket-hub.ts';
import { makeWorld } from './world.ts';

export type * from './fake-slack.ts';

/** Starts a workspace with one bot in it, on loopback. Stricter than Slack: what it takes, Slack takes. Close it. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const world = makeWorld(options);
  const hub = makeSocketHub(world);
  const courier = makeCourier(world, hub);
  const listen = (port: number): Server => {
    const made = makeHttpServer(world);
    hub.attach(made);
    return made.listen(port, '127.0.0.1');
  };
  let server: Server | undefined = listen(0);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  world.origin = `http://127.0.0.1:${address.port}`;
  const down = (): void => {
    hub.drop();
    server?.close();
    server?.closeAllConnections();
    server = undefined;
  };
  return {
    apiUrl: `${world.origin}/api/`,
    botToken: world.botToken,
    appToken: world.appToken,
    signingSecret: world.signingSecret,
    teamId: world.teamId,
    botUserId: world.botUserId,
    appId: world.appId,
    scopes: world.scopes,
    addUser: (user = {}) => addUser(world, user),
    addChannel: (channel = {}) => addChannel(world, channel),
    addUserGroup: (group = {}) => addUserGroup(world, group),
    addFile: (file) => addFile(world, file),
    messages: (channel) =>
      world.messages
        .filter((each) => channel === undefined || each.channel === channel)
        .map((each) => ({ ...each })),
    ephemerals: (user) =>
      world.ephemerals
        .filter((each) => user === undefined || each.user === user)
        .map((each) => ({ ...each })),
    files: () => listFiles(world),
    orphans: () => orphanedFiles(world),
    views: () => [...world.views.values()].map((each) => ({ ...each })),
    calls: () => [...world.calls],
    scopesUsed: () => new Set(world.scopesUsed),
    fail: world.faults.add,
    mend: world.faults.clear,
    down,
    up: () => {
      server ??= listen(address.port);
    },
    connectHttp: courier.connectHttp,
    sockets: hub.count,
    refreshSockets: hub.refresh,
    command: async (input, how) => courier.deliver(packCommand(world, input), how),
    press: async (input, how) => courier.deliver(packPress(world, input), how),
    change: async (input, how) => courier.deliver(packChange(world, input), how),
    search: async (input, how) => courier.deliver(packSearch(world, input), how),
    submit: async (input, how) => courier.deliver(packSubmission(world, input), how),
    shortcut: async (input, how) => courier.deliver(packShortcut(world, input), how),
    mention: async (input, how) => courier.deliver(packMention(world, input), how),
    event: async (event, how) => courier.deliver(packEvent(world, event), how),
    redeliver: courier.redeliver,
    close: async () => {
      await hub.leave();
      const closed = server === undefined ? undefined : once(server, 'close');
      down();
      await closed;
    },
  };
}
