import { accessConfig } from '#src/access/access-config.ts';
import { explain } from '#src/access/explain.ts';
import type { ChannelId } from '#src/access/room.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { readGrant } from '#src/edges/slack/client/read-grant.ts';
import { Fault } from '#src/fault.ts';
import type { Place } from '#src/find-releases.ts';
import { configFileOf } from './config-file.ts';
import { makeRoomReader } from './make-room-reader.ts';
import { configUsage, readConfigArguments } from './read-config-arguments.ts';
import { readLive, type Live } from './read-live.ts';
import { readSlackAccess } from './slack-access.ts';

/** For all tries of the first request, and for one. */
const deadlineMs = 10_000;
const requestMs = 3000;

/** `npm run config`. Prints who may see what in a channel, from facts read now; returns the exit code. */
export async function runConfig(argv: readonly string[], place: Place): Promise<number> {
  const task = readConfigArguments(argv);
  if (task.kind === 'help') return print([configUsage]);
  if (task.kind === 'misunderstood') return complain(task.message);
  try {
    return await explainChannel(task.channel, place);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return complain(
      `The channel cannot be explained: ${error.message}. To see what else is amiss: npm run doctor`,
    );
  }
}

async function explainChannel(channel: ChannelId, place: Place): Promise<number> {
  const { env } = process;
  const access = readSlackAccess(env);
  const config = await readConfig(configFileOf(place.projectFolder, env), 'access', accessConfig);
  const grant = await readGrant(access, requestMs, AbortSignal.timeout(deadlineMs));
  const room = await makeRoomReader(access, grant, () => new Date())(channel);
  if (room === undefined)
    return complain(
      'The bot sees no such channel: check the ID; a private channel is seen once the bot is invited',
    );
  const live = await readLive(place);
  const vocabulary = live.kind === 'live' ? live.vocabulary : undefined;
  return print([...explain(room, config, vocabulary), ...sayLive(live)]);
}

const sayLive = ({ kind }: Live): readonly string[] =>
  kind === 'live'
    ? []
    : ['No release answers at present, so the names of places could not be held against the data.'];

function print(lines: readonly string[]): number {
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function complain(text: string): number {
  process.stderr.write(`${text}.\n`);
  return 1;
}
