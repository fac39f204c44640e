import { makeLog } from '#src/edges/log/make-log.ts';
import { Fault } from '#src/fault.ts';
import type { Place } from '#src/find-releases.ts';
import { isSlackSet } from './bot-settings.ts';
import { runPlayground } from './playground/run-playground.ts';
import { startBot } from './start-bot.ts';

/** `npm start`: the bot in Slack, or without anything of Slack set the local page, until it is told to end (SIGTERM, SIGINT). Exit code 0: ended as told. */
export async function start(place: Place): Promise<number> {
  const { report } = makeLog(place.home);
  try {
    return await (isSlackSet(process.env) ? startBot(place, report) : runPlayground(place, report));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    process.stderr.write(`${error.message} (ref ${report(error)}).\n`);
    return 1;
  }
}
