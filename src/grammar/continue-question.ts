import { asFlows } from '#src/grammar/as-flows.ts';
import type { DataAsk } from '#src/grammar/ask.ts';
import { continuationIn } from '#src/grammar/continuation-words.ts';
import type { Draft } from '#src/grammar/draft.ts';
import { type Lexicon, lexiconOf } from '#src/grammar/lexicon.ts';
import { mergeDrafts } from '#src/grammar/merge-drafts.ts';
import { longestQuestion, parseAsk } from '#src/grammar/parse-ask.ts';
import type { Parsed } from '#src/grammar/parsed.ts';
import { readDraft } from '#src/grammar/read-draft.ts';
import { rescuePlace } from '#src/grammar/rescue-place.ts';
import { settle } from '#src/grammar/settle.ts';
import { refused } from '#src/grammar/settled.ts';
import { notedWhole } from '#src/grammar/shown-whole.ts';
import { suggestionsFor } from '#src/grammar/suggestions.ts';
import { usage } from '#src/grammar/usage.ts';
import { unescaped } from '#src/grammar/slack-escapes.ts';
import { visible } from '#src/grammar/visible-text.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { meaningless, notYet, nothingAsked, onePeriod } from '#src/refusal.ts';

/**
 * Reads words that go on from a question: "and by rail?" What they name takes the place of what the question named of that kind, all else stays; a place to compare
 * with, and what is added in so many words, comes to it. Where the question before asked nothing of the data, the words are one by themselves. Never throws.
 */
export function continueQuestion(previous: string, words: string, vocabulary: Vocabulary): Parsed {
  const before = dataAsked(previous, vocabulary);
  const typed = unescaped(words);
  if (before === undefined || typed.length > longestQuestion) return parseAsk(words, vocabulary);
  const lexicon = lexiconOf(vocabulary);
  const suggest = suggestionsFor(placeOf(before), lexicon);
  const plain = visible(typed);
  const { text: said, isAdded, left } = continuationIn(plain);
  if (!/[\p{L}\p{N}]/u.test(said))
    return refused(plain === '' ? nothingAsked(suggest.any) : meaningless(plain, suggest.any));
  if (left !== undefined) return refused(notYet('exclusion', left, suggest.any));
  const draft = placed(readDraft(asFlows(said), lexicon), lexicon);
  if (standsAlone(draft)) return parseAsk(words, vocabulary);
  if (saysNothing(draft)) return refused(meaningless(plain, suggest.any));
  const asked = readDraft(usage(before, vocabulary), lexicon);
  if (isAdded && isSecondPeriod(asked, draft)) return refused(onePeriod(suggest.period));
  const whole = mergeDrafts(asked, draft, isAdded);
  return notedWhole(settle(whole, plain, lexicon), asked, draft);
}

/** A period that is added to another, and is all that is said: neither can stand in for both. */
function isSecondPeriod(before: Draft, { since, until, bare, places, modes }: Draft): boolean {
  const isBare = bare.length > 0 && before.since.length + before.until.length > 0;
  const isTwice =
    (since.length > 0 && before.since.length > 0) || (until.length > 0 && before.until.length > 0);
  return places.length + modes.length === 0 && (isBare || isTwice);
}

/** The question about the data in a text: that of which it asks the method, too. */
function dataAsked(text: string, vocabulary: Vocabulary): DataAsk | undefined {
  const parsed = parseAsk(text, vocabulary);
  if (parsed.kind === 'refused') return undefined;
  const { ask } = parsed.reading;
  switch (ask.command) {
    case 'method':
      return ask.about;
    case 'help':
    case 'status':
    case 'events':
      return undefined;
    default:
      return ask;
  }
}

function placeOf(ask: DataAsk) {
  switch (ask.command) {
    case 'trend':
      return ask.destinations[0] ?? ask.origins[0];
    case 'compare':
      return ask.places[0];
    case 'flows':
      return ask.place ?? ask.parts[0];
    default:
      return ask satisfies never;
  }
}

/** Words that say nothing otherwise may be a place that was mistyped. */
const placed = (draft: Draft, lexicon: Lexicon): Draft =>
  saysNothing(draft) ? rescuePlace(draft, lexicon) : draft;

/** These ask nothing of the data, so they go on from nothing. */
const standsAlone = ({ commands }: Draft): boolean =>
  commands.some(
    ({ command }) => command === 'help' || command === 'status' || command === 'events',
  );

function saysNothing(draft: Draft): boolean {
  const { commands, places, every, since, until, bare } = draft;
  const { modes, grains, against, together, shows, problems } = draft;
  const said = [commands, places, every, since, until, bare, modes, grains, against, together];
  return [...said, shows, problems].every(({ length }) => length === 0);
}
