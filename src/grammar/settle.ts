import type { Ask, DataAsk } from '#src/grammar/ask.ts';
import type { Asked } from '#src/grammar/asked.ts';
import { roleOf } from '#src/grammar/connecting-words.ts';
import type { Draft } from '#src/grammar/draft.ts';
import { distinct } from '#src/grammar/gazetteer.ts';
import type { Command } from '#src/grammar/keys.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { ignored, readAs } from '#src/grammar/notes.ts';
import type { Parsed } from '#src/grammar/parsed.ts';
import { typedOf } from '#src/grammar/passage.ts';
import { rescuePlace } from '#src/grammar/rescue-place.ts';
import { settleData } from '#src/grammar/settle-data.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import { suggestionsFor } from '#src/grammar/suggestions.ts';
import { fold, wordsOf } from '#src/grammar/words.ts';
import { eventsOfOnePlace, twoCommands } from '#src/refusal.ts';

/** Makes one question of a draft, or refuses it. `text`: the whole question, for the reply. */
export function settle(draft: Draft, text: string, lexicon: Lexicon): Parsed {
  const said = new Set(draft.commands.map(({ command }) => command));
  const [first] = said;
  if (first === 'help' || first === 'status') return settlePlain(first, draft, text);
  const whole = isPlaceless(draft) ? rescuePlace(draft, lexicon) : draft;
  const suggest = suggestionsFor(whole.places[0]?.area, lexicon);
  const [problem] = whole.problems;
  if (problem !== undefined) return refused(problem(suggest));
  return read(settleCommand(said, { draft: whole, text, suggest, lexicon }), whole);
}

function isPlaceless({ places, every, problems }: Draft): boolean {
  return places.length + every.length + problems.length === 0;
}

function read(ask: Settled<Ask>, { notes, unknown }: Draft): Parsed {
  if (ask.kind === 'refused') return ask;
  const lost = unknown.map(({ passage, from, to }) => typedOf(passage, from, to));
  const all = [...notes, ...ask.notes, ...(lost.length > 0 ? [ignored(lost)] : [])];
  return { kind: 'read', reading: { ask: ask.value, notes: all } };
}

function settleCommand(said: ReadonlySet<Command>, asked: Asked): Settled<Ask> {
  const [command, another] = said.difference(new Set(['method']));
  const isClear =
    another === undefined && (!said.has('method') || command === undefined || isData(command));
  if (!isClear) return refused(twoCommands([...said], asked.suggest.any));
  if (said.has('method')) return settleMethod(isData(command) ? command : undefined, asked);
  return command === 'events'
    ? settleEvents(asked)
    : settleData(isData(command) ? command : undefined, asked);
}

function isData(command: Command | undefined): command is DataAsk['command'] {
  return command === 'trend' || command === 'compare' || command === 'flows';
}

/** With nothing else said, the method in general. */
function settleMethod(command: DataAsk['command'] | undefined, asked: Asked): Settled<Ask> {
  const { places, every, since, until, bare, modes, grains, against, shows } = asked.draft;
  const said = [places, every, since, until, bare, modes, grains, against, shows].flat();
  if (command === undefined && said.length === 0)
    return settled({ command: 'method', about: undefined });
  const about = settleData(command, asked);
  return about.kind === 'refused'
    ? about
    : settled({ command: 'method', about: about.value }, about.notes);
}

/** These commands need nothing else; whatever else was said is reported. */
function settlePlain(command: 'help' | 'status', { commands }: Draft, text: string): Parsed {
  const own = commands.filter((one) => one.command === command);
  const said = new Set(own.map(({ typed }) => fold(typed)));
  const others = wordsOf(text).filter(
    ({ folded }) => !said.has(folded) && roleOf(folded)?.kind !== 'filler',
  );
  const rest = others.map(({ start, end }) => text.slice(start, end)).join(' ');
  const repaired = own
    .filter(({ typed }) => fold(typed) !== command)
    .map(({ typed }) => readAs(typed, command));
  return {
    kind: 'read',
    reading: { ask: { command }, notes: rest === '' ? repaired : [...repaired, ignored([rest])] },
  };
}

/** A list of events is narrowed to one place and to nothing else. */
function settleEvents({ draft, suggest }: Asked): Settled<Ask> {
  const { places, every, since, until, bare, modes, grains, against, shows } = draft;
  const others = [every, since, until, bare, modes, grains, against, shows].flat();
  const named = distinct(places.map(({ area }) => area));
  return others.length > 0 || named.length > 1
    ? refused(eventsOfOnePlace(suggest.events))
    : settled({ command: 'events', region: named[0] });
}
