import { channelId } from '#src/access/room.ts';
import { dateWords } from '#src/date-words.ts';
import { workingExamples } from '#src/grammar/working-examples.ts';
import { noRelease } from '#src/refusal.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { OfficeParts } from './office-parts.ts';

const mostChannels = 20;

/** Shows somebody the bot's page: what answers, where they may ask, and how. It tells nothing that the data hold. Throws `SlackFault`. */
export async function showHome(
  person: PersonId,
  { slack, release, access }: OfficeParts,
): Promise<void> {
  const desk = release.current()?.desk;
  const channels = Object.keys(access.channels).slice(0, mostChannels);
  await slack.showHome(person, {
    intro:
      desk === undefined
        ? [noRelease.message]
        : [
            'Ask about trips with /mobility in one of the channels below.',
            `The data run to ${dateWords(desk.warehouse.release.lastDay)}.`,
          ],
    channels: channelId.array().parse(channels),
    examples: desk === undefined ? [] : workingExamples(desk.vocabulary),
  });
}
