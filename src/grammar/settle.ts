import type { Area } from '#src/area.ts';
import type { Ask } from '#src/grammar/ask.ts';
import { roleOf } from '#src/grammar/connecting-words.ts';
import type { Draft, Wish } from '#src/grammar/draft.ts';
import { distinct } from '#src/grammar/gazetteer.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { ignored, readAs, readAsStart } from '#src/grammar/notes.ts';
import type { Parsed } from '#src/grammar/parsed.ts';
import { typedOf } from '#src/grammar/passage.ts';
import { rescuePlace } from '#src/grammar/rescue-place.ts';
import { dateWords } from '#src/date-words.ts';
import { settleWhen } from '#src/grammar/settle-when.ts';
import { type Suggestions, suggestionsFor } from '#src/grammar/suggestions.ts';
import { addDays, mondayOf } from '#src/week.ts';
import { fold, wordsOf } from '#src/grammar/words.ts';
import {
  endBeforeStart,
  eventsOfOnePlace,
  givenTwice,
  meaningless,
  noWholeWeek,
  notYet,
  placeNeeded,
  type Refusal,
  severalPlaces,
  startOrEnd,
  twoCommands,
} from '#src/refusal.ts';

/** Makes one question of a draft, or refuses it. `text`: the whole question, for the reply. */
export function settle(draft: Draft, text: string, lexicon: Lexicon): Parsed {
  const [command = 'trend', ...others] = new Set(draft.commands.map((said) => said.command));
  if (command === 'help' || command === 'status') return settlePlain(command, draft, text);
  const isPlaceless = draft.places.length + draft.problems.length === 0;
  const whole = isPlaceless ? rescuePlace(draft, lexicon) : draft;
  const places = distinct(whole.places);
  const suggest = suggestionsFor(places[0], lexicon);
  const [problem] = whole.problems;
  if (problem !== undefined) return refused(problem(suggest));
  if (others.length > 0) return refused(twoCommands([command, ...others], suggest.any));
  if (places.length > 1)
    return refused(
      severalPlaces(
        places.map(({ name }) => name),
        suggest.any,
      ),
    );
  return command === 'events'
    ? settleEvents(whole, places[0], suggest)
    : settleTrend(whole, places[0], { text, suggest, lexicon });
}

function refused(refusal: Refusal): Parsed {
  return { kind: 'refused', refusal };
}

function read(ask: Ask, { notes, unknown }: Draft): Parsed {
  const lost = unknown.map(({ passage, from, to }) => typedOf(passage, from, to));
  return {
    kind: 'read',
    reading: { ask, notes: lost.length > 0 ? [...notes, ignored(lost)] : notes },
  };
}

/** These commands need nothing else; whatever else was said is reported. */
function settlePlain(command: 'help' | 'status', { commands }: Draft, text: string): Parsed {
  const said = new Set(commands.map(({ typed }) => fold(typed)));
  const others = wordsOf(text).filter(
    ({ folded }) => !said.has(folded) && roleOf(folded)?.kind !== 'filler',
  );
  const rest = others.map(({ start, end }) => text.slice(start, end)).join(' ');
  const repaired = commands
    .filter(({ typed }) => fold(typed) !== command)
    .map(({ typed }) => readAs(typed, command));
  return {
    kind: 'read',
    reading: { ask: { command }, notes: rest === '' ? repaired : [...repaired, ignored([rest])] },
  };
}

function settleEvents(draft: Draft, region: Area | undefined, suggest: Suggestions): Parsed {
  const isNarrowed =
    draft.since.length + draft.until.length + draft.bare.length + draft.modes.length > 0;
  return isNarrowed
    ? refused(eventsOfOnePlace(suggest.events))
    : read({ command: 'events', region }, draft);
}

type Asked = { readonly text: string; readonly suggest: Suggestions; readonly lexicon: Lexicon };

function settleTrend(draft: Draft, region: Area | undefined, asked: Asked): Parsed {
  const { suggest, lexicon } = asked;
  if (region === undefined)
    return refused(
      isMeaningless(draft) ? meaningless(asked.text, suggest.any) : placeNeeded(suggest.any),
    );
  const clash = checkOnce(draft, suggest);
  if (clash !== undefined) return refused(clash);
  const [bare] = draft.bare;
  const notes =
    bare === undefined ? draft.notes : [...draft.notes, readAsStart(bare.typed, sayWish(bare))];
  const since = settleWhen(draft.since[0] ?? bare, region, lexicon);
  const until = settleWhen(draft.until[0], region, lexicon);
  if (since.kind === 'refused') return since;
  if (until.kind === 'refused') return until;
  if (since.value !== undefined && until.value !== undefined && until.value.date < since.value.date)
    return refused(
      endBeforeStart(dateWords(since.value.date), dateWords(until.value.date), suggest.any),
    );
  const { firstDay } = lexicon.vocabulary;
  if (until.value !== undefined && until.value.date < addDays(mondayOf(firstDay), 6))
    return refused(noWholeWeek(dateWords(addDays(mondayOf(firstDay), 6)), suggest.any));
  return read(
    { command: 'trend', region, since: since.value, until: until.value, mode: draft.modes[0] },
    { ...draft, notes },
  );
}

function isMeaningless({ commands, since, until, bare, modes, unknown }: Draft): boolean {
  return (
    unknown.length > 0 &&
    commands.length + since.length + until.length + bare.length + modes.length === 0
  );
}

/** Refuses what was said more than once with different meanings. */
function checkOnce(
  { since, until, bare, modes }: Draft,
  suggest: Suggestions,
): Refusal | undefined {
  const twice = [since, until].find((wishes) => new Set(wishes.map(sayWish)).size > 1);
  if (twice !== undefined) return givenTwice(twice === since ? 'since' : 'until', suggest.any);
  const [spare] = since.length > 0 ? bare : bare.slice(1);
  if (spare !== undefined) return startOrEnd(spare.typed, suggest.any);
  const kinds = [...new Set(modes.map((mode) => mode?.label ?? 'all'))];
  return kinds.length > 1 ? notYet('several', kinds.join(' and '), suggest.any) : undefined;
}

function sayWish(wish: Wish): string {
  return wish.kind === 'event' ? wish.slug : dateWords(wish.date);
}
