import type { Lexicon } from '#src/grammar/lexicon.ts';
import { isEnding } from '#src/grammar/is-ending.ts';

/** An event by what it was called. `isAsNamed`: by its own name. `turn`: its end or start was meant, which has no date here. */
export type EventCalled = {
  readonly slug: string;
  readonly isAsNamed: boolean;
  readonly turn: 'end' | 'start' | undefined;
};

const endNoun = 'end|ending|close|finish|lifting|removal';
const startNoun = 'start|beginning|introduction|onset';
const endVerb = 'ended|ends|end|finished|finishes|stopped|stops|lifted|lifts|removed|over';
const startVerb = 'began|begins|begin|started|starts|start|introduced|imposed|came in';
const helping = '(?: (?:was|were|is|are|has|had|have|been|did|finally))*';

const turns = [
  new RegExp(
    `^(?:the )?(?:(?<end>${endNoun})|(?:${startNoun}))(?: date)? of (?:the )?(?<name>.+)$`,
  ),
  new RegExp(`^(?:the )?(?<name>.+?)${helping} (?:(?<end>${endVerb})|(?:${startVerb}))$`),
];

/** Without these no end or start is named: most words are none. */
const mayTurn = new RegExp(` of | (?:${endVerb}|${startVerb})$`);

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const cardinals = 'one two three four five six seven eight nine ten'.split(' ');

/** The event that a folded phrase names: "plan b", "the end of plan b", "plan b ended", "the first lockdown". */
export function eventCalled(phrase: string, lexicon: Lexicon): EventCalled | undefined {
  const own = lexicon.slugs.get(phrase);
  if (own !== undefined) return { slug: own, isAsNamed: true, turn: undefined };
  const numbered = numberedSlug(phrase, lexicon);
  return numbered === undefined
    ? turned(phrase, lexicon)
    : { slug: numbered, isAsNamed: false, turn: undefined };
}

/** "first lockdown", "1st lockdown" and "lockdown one" are `lockdown-1`. */
function numberedSlug(phrase: string, { slugs }: Lexicon): string | undefined {
  const words = phrase.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2) return undefined;
  const leading = ordinals.indexOf(first) + 1 || Number(/^(\d)(?:st|nd|rd|th)$/.exec(first)?.[1]);
  if (leading > 0) return slugs.get(`${words.slice(1).join(' ')} ${leading}`);
  const closing = cardinals.indexOf(last) + 1;
  return closing > 0 ? slugs.get(`${words.slice(0, -1).join(' ')} ${closing}`) : undefined;
}

function turned(phrase: string, lexicon: Lexicon): EventCalled | undefined {
  if (!mayTurn.test(phrase)) return undefined;
  for (const pattern of turns) {
    const { name, end } = pattern.exec(phrase)?.groups ?? {};
    const slug =
      name === undefined ? undefined : (lexicon.slugs.get(name) ?? numberedSlug(name, lexicon));
    if (slug !== undefined)
      return end === undefined ? startOf(slug, lexicon) : endOf(slug, lexicon);
  }
  return undefined;
}

/** The event of the end, where there is one; an event that is an end is its own. */
function endOf(slug: string, lexicon: Lexicon): EventCalled {
  const end = lexicon.slugs.get(`${slug} end`.replaceAll('-', ' '));
  if (end !== undefined) return { slug: end, isAsNamed: false, turn: undefined };
  return { slug, isAsNamed: true, turn: isEnding(slug, lexicon.vocabulary) ? undefined : 'end' };
}

function startOf(slug: string, { vocabulary }: Lexicon): EventCalled {
  return { slug, isAsNamed: true, turn: isEnding(slug, vocabulary) ? 'start' : undefined };
}
