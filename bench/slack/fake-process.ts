import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { addChannel } from '#test/support/slack/channels.ts';
import { writeRequest } from '#test/support/slack/deliver-http.ts';
import { addUser } from '#test/support/slack/look-around.ts';
import { packCommand } from '#test/support/slack/pack-command.ts';
import { makeHttpServer } from '#test/support/slack/serve-http.ts';
import { makeWorld } from '#test/support/slack/world.ts';
import type { FakeOrder, FakeReport, Packed, Seen } from './fake-orders.ts';

const channelCount = 12;
const peopleCount = 40;

// Slack has machines of its own: here it must not take the processor from the app.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const [, , limits] = process.argv;
const world = makeWorld({
  limits: limits === 'slack' ? 'slack' : 'none',
  signingSecret: 'a-signing-secret-of-the-bench',
});
const people = Array.from({ length: peopleCount }, () => addUser(world, {}).id);
const channels = Array.from(
  { length: channelCount },
  () => addChannel(world, { members: [...people] }).id,
);
let sent = 0;

/** Everybody asks everywhere, each channel its questions in another order. */
function pack(text: string): Packed {
  const at = (list: readonly string[], step: number): string =>
    list[(sent * step) % list.length] ?? '';
  const channel = at(channels, 5);
  const parcel = packCommand(world, { user: at(people, 7), channel, text });
  sent += 1;
  const request = writeRequest(parcel, world.signingSecret, world.clock());
  return { request, channel, url: String(parcel.payload['response_url']) };
}

const tally = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(names, (name) => name)).map(([name, all]) => [
      name,
      all?.length ?? 0,
    ]),
  );

/** The first sentence of what somebody was told, without what is different each time. */
const sentenceOf = ({ text }: { readonly text: string }): string =>
  (text.split(/[.:]\s/u)[0] ?? '').replaceAll(/\(ref \w+\)|\d[\d:]*/gu, '…');

const isOfBench = ({ channel }: { readonly channel: string }): boolean =>
  channels.includes(channel);

/** As the fake itself finds them, but in one pass: each message is read once, not once for each file. */
function countOrphans(): number {
  const blocks = JSON.stringify(
    [...world.messages, ...world.ephemerals].map((each) => each.blocks),
  );
  const shown = new Set(
    Array.from(blocks.matchAll(/"slack_file":\{"id":"(\w+)"/gu), ([, id]) => id),
  );
  return [...world.files.values()].filter(({ id, bytes }) => bytes !== undefined && !shown.has(id))
    .length;
}

function look(): Seen {
  const notices = world.messages.filter((message) => !isOfBench(message));
  return {
    posted: world.messages
      .filter(isOfBench)
      .map(({ channel, ts }) => ({ channel, atMs: Number(ts) * 1000 })),
    told: [...world.responseUrls].flatMap(([url, { uses }]) => (uses > 0 ? url : [])),
    notices: notices.length,
    words: tally([...world.ephemerals, ...notices].map(sentenceOf)),
    calls: tally(
      world.calls.map(({ method, error }) => (error === undefined ? method : `${method} ${error}`)),
    ),
    orphans: countOrphans(),
  };
}

const report = (said: FakeReport): void => void process.send?.(said);

process.on('message', (order: FakeOrder) => {
  switch (order.kind) {
    case 'pack':
      return report({ kind: 'pack', packed: order.questions.map(pack) });
    case 'look':
      return report({ kind: 'look', seen: look() });
    default:
      return order satisfies never;
  }
});
process.on('disconnect', () => process.exit());

const server = makeHttpServer(world).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('no port');
world.origin = `http://127.0.0.1:${address.port}`;
report({
  kind: 'open',
  apiUrl: `${world.origin}/api/`,
  token: world.botToken,
  signingSecret: world.signingSecret,
  channels,
});
