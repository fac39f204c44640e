import { checkAsker } from '#src/access/check-asker.ts';
import { channelId } from '#src/access/room.ts';
import { standingWords } from '#src/access/standing-words.ts';
import { dateWords } from '#src/date-words.ts';
import { workingExamples } from '#src/grammar/working-examples.ts';
import { noRelease } from '#src/refusal.ts';
import type { HomePage } from '#src/slack-port.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { AskingParts } from './asking-parts.ts';

const mostChannels = 5;

/** Shows somebody the bot's page: what answers, some channels where they may ask, and how. It tells nothing that the data hold, and strangers nothing at all. Throws `SlackFault`. */
export async function showHome(person: PersonId, parts: AskingParts): Promise<void> {
  await parts.slack.showHome(person, await writeHome(person, parts));
}

async function writeHome(person: PersonId, parts: AskingParts): Promise<HomePage> {
  const { slack, release, access, findOpenChannels } = parts;
  const asker = { ...(await slack.readPerson(person)), roles: [] };
  const reason = checkAsker(asker, undefined);
  if (reason !== undefined) return { intro: standingWords[reason], channels: [], examples: [] };
  const desk = release.current()?.desk;
  if (desk === undefined) return { intro: [noRelease.message], channels: [], examples: [] };
  const named = channelId.array().parse(Object.keys(access.channels));
  return {
    intro: [
      'Ask about trips with /mobility, in a channel that is set up for questions.',
      `The data run to ${dateWords(desk.warehouse.release.lastDay)}.`,
    ],
    channels: await findOpenChannels(named, asker, mostChannels),
    examples: workingExamples(desk.vocabulary),
  };
}
