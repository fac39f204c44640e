import type { Edges } from '#src/answer.ts';
import { checkAsker } from '#src/access/check-asker.ts';
import { channelId } from '#src/access/room.ts';
import { standingWords } from '#src/access/standing-words.ts';
import { dateWords } from '#src/date-words.ts';
import { workingExamples } from '#src/grammar/working-examples.ts';
import { noRelease } from '#src/refusal.ts';
import type { HomePage } from '#src/slack-port.ts';
import type { PersonId } from '#src/state/actor.ts';
import { syntheticCaveat } from '#src/summary/caveats.ts';
import { withinTime } from '#src/within-time.ts';
import type { AskingParts } from './asking-parts.ts';
import { findAlone } from './find-alone.ts';
import { pageButton, pageExample } from './page-buttons.ts';
import { type Headlines, writeHeadline } from './write-headline.ts';

const mostChannels = 5;

/** Somebody who opened the page. `key`: of the delivery that told of it. */
type Visitor = { readonly key: string; readonly person: PersonId };

/** Shows somebody the bot's page. Throws `StoreFault` and `SlackFault`. */
export type ShowHome = (visitor: Visitor) => Promise<void>;

/** A release that was just made live takes longer: the page is shown without its answer, and again with it. */
const soonMs = 3000;

/**
 * The page: what answers, some channels where they may ask, and how; for whom a role lets ask alone, buttons that do, and the usual answer. To anybody else it tells nothing that
 * the data hold, and strangers nothing at all.
 */
export function makeShowHome(parts: AskingParts): ShowHome {
  const headlines: Headlines = new WeakMap();
  return async (visitor) => {
    const show = (page: HomePage) => parts.slack.showHome(visitor.person, page);
    const { page, headline } = await writeHome(visitor, headlines, parts);
    const whole = headline.then((written) => ({ ...page, headline: written }));
    const soon = await withinTime(whole, soonMs, undefined);
    await show(soon ?? page);
    if (soon === undefined && (await headline) !== undefined) await show(await whole);
  };
}

const nothing: Omit<HomePage, 'intro'> = {
  buttons: [],
  headline: undefined,
  channels: [],
  examples: [],
  help: [],
};

/** A page without its headline, and the headline, which may take longer. */
type Written = { readonly page: HomePage; readonly headline: Promise<HomePage['headline']> };

const only = (page: HomePage): Written => ({ page, headline: Promise.resolve(undefined) });

async function writeHome(
  { key, person: id }: Visitor,
  headlines: Headlines,
  parts: AskingParts,
): Promise<Written> {
  const { slack, release, access, findOpenChannels, mac } = parts;
  const person = await slack.readPerson(id);
  const asker = { ...person, roles: [] };
  const reason = checkAsker(asker, undefined);
  if (reason !== undefined) return only({ ...nothing, intro: standingWords[reason] });
  const edges = release.current();
  if (edges === undefined) return only({ ...nothing, intro: [noRelease.message] });
  const { vocabulary } = edges.desk;
  const alone = await orWithout(findAlone(person, parts), parts);
  const headline =
    alone === undefined
      ? Promise.resolve(undefined)
      : orWithout(
          writeHeadline({ key, asker: id, channel: alone.channel }, { edges, headlines }, parts),
          parts,
        );
  const named = channelId.array().parse(Object.keys(access.channels));
  const button = pageButton(id, mac);
  const page: HomePage = {
    ...nothing,
    intro: introOf(edges),
    buttons:
      alone === undefined ? [] : [button('compose', 'Ask for yourself', { kind: 'compose' })],
    channels: await findOpenChannels(named, asker, mostChannels),
    examples: workingExamples(vocabulary).map((question) =>
      pageExample(question, alone?.tiers ?? [], vocabulary, button),
    ),
    help,
  };
  return { page, headline };
}

const help = [
  'Type /mobility alone for a form, or /mobility help for all that can be asked.',
  'In the thread of an answer, name the bot in a message to ask on.',
];

/** A part of the page that is left out where Slack or the state is out of reach: the rest is shown. */
const orWithout = <T>(
  part: Promise<T>,
  { report }: Pick<AskingParts, 'report'>,
): Promise<T | undefined> =>
  part.catch((fault: unknown) => {
    report(fault);
    return undefined;
  });

function introOf({ desk: { warehouse } }: Edges): readonly string[] {
  const { releaseId, lastDay, synthetic } = warehouse.release;
  return [
    'Ask about trips with /mobility, in a channel that is set up for questions.',
    `The data run to ${dateWords(lastDay)} (release ${releaseId}).`,
    ...(synthetic ? [syntheticCaveat.text] : []),
  ];
}
