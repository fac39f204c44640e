import type { Role } from '#src/grammar/connecting-words.ts';
import { expect, puzzling } from '#src/grammar/expect.ts';
import type { Key } from '#src/grammar/keys.ts';
import { isUnknownNext, pastFillers } from '#src/grammar/next-word.ts';
import { dayIncluded, tripsNotPeople } from '#src/grammar/notes.ts';
import { typedOf } from '#src/grammar/passage.ts';
import { noDate, noMode, noPlace } from '#src/grammar/problems.ts';
import { readOrigin, readPlaceAfter, readTo } from '#src/grammar/read-direction.ts';
import { readUnknown } from '#src/grammar/read-unknown.ts';
import { readValue, refuseValue } from '#src/grammar/read-value.ts';
import { finders } from '#src/grammar/finders.ts';
import { spot } from '#src/grammar/spot.ts';
import { type Before, type Reader, type Step, takeWhen } from '#src/grammar/take.ts';
import { asksForDate, notOneWeekday, notYet } from '#src/refusal.ts';

/** The small word stands `at`–`to`, right after `before`. */
type Standing = { readonly at: number; readonly to: number; readonly before: Before };

/** Does what a small word says. What it promises and the next words do not keep becomes a problem. */
export function obey(role: Role, { at, to, before }: Standing, reader: Reader): Step {
  const { draft, passage } = reader;
  const typed = typedOf(passage, at, to);
  switch (role.kind) {
    case 'filler':
      return done(to);
    case 'place':
      return valued('region', to, readPlaceAfter(to, reader));
    case 'mode':
      return valued('mode', to, readValue('mode', to, reader));
    case 'since':
    case 'until':
    case 'vs':
    case 'between':
      return valued(role.kind, to, readValue(role.kind, to, reader));
    case 'after':
    case 'before':
      return done(readRough(role.kind === 'after' ? 'since' : 'until', to, typed, reader));
    case 'from':
      return valued('origin', to, readOrigin(to, reader));
    case 'to':
      return valued('destination', to, readTo(to, before, reader));
    case 'and':
      return done(readListed(to, before, reader));
    case 'everyPlace':
      draft.every.push({ level: undefined, slot: 'bare', typed });
      return done(to);
    case 'everyMode':
      draft.modes.push({ mode: undefined, joint: undefined });
      return done(to);
    case 'command':
      if (!reader.isHead) return readUnknown(at, before, reader);
      draft.commands.push({ command: role.command, typed });
      return done(to);
    case 'grain':
      draft.grains.push(role.grain);
      return done(to);
    case 'against':
      draft.against.push(role.against);
      return done(to);
    case 'show':
      draft.shows.push(role.show);
      return done(to);
    case 'later':
      draft.problems.push((suggest) => notYet(role.what, typed, suggest.any));
      return done(to);
    case 'people':
      if (!draft.notes.includes(tripsNotPeople())) draft.notes.push(tripsNotPeople());
      return done(to);
    case 'together':
      draft.together.push(before?.key === 'mode' ? 'modes' : 'places');
      return done(to);
    case 'when':
      return done(readWhenever(to, reader));
    case 'askedDate':
      draft.problems.push((suggest) => asksForDate(suggest.events));
      return done(to);
    case 'oneWeekday':
      draft.problems.push((suggest) => notOneWeekday(typed, suggest.trend({ by: 'weekday' })));
      return done(to);
    case 'dateLike':
    case 'timeLike':
    case 'placeLike':
    case 'modeLike':
      return done(refuseSuspect(role.kind, at, reader));
    default:
      return role satisfies never;
  }
}

function done(to: number): Step {
  return { to, before: undefined };
}

function valued(key: Key, from: number, to: number): Step {
  return { to, before: { key, from, keyed: false } };
}

/** After "and" in a list, a word that means nothing is one more of the list. */
function readListed(at: number, before: Before, reader: Reader): number {
  return before !== undefined && isUnknownNext(at, reader)
    ? refuseValue(before.key, pastFillers(at, reader), reader)
    : at;
}

/** "when" stands before an event, which is a start. */
function readWhenever(at: number, reader: Reader): number {
  const hit = expect('when', at, reader);
  if (hit?.spotted.kind !== 'date' && hit?.spotted.kind !== 'event')
    return refuseValue('since', pastFillers(at, reader), reader);
  const to = hit.from + hit.spotted.length;
  takeWhen('bare', hit.spotted, typedOf(reader.passage, hit.from, to), reader);
  return to;
}

/** "after" and "before" are taken as since and until, which the reply says. */
function readRough(slot: 'since' | 'until', at: number, typed: string, reader: Reader): number {
  reader.draft.notes.push(dayIncluded(typed, slot));
  return readValue(slot, at, reader);
}

function refuseSuspect(
  kind: 'dateLike' | 'timeLike' | 'placeLike' | 'modeLike',
  at: number,
  reader: Reader,
): number {
  const { to } = puzzling(at, reader);
  const end = kind === 'placeLike' ? endOfPlace(to, reader) : to;
  const refuse = { dateLike: noDate, timeLike: noDate, placeLike: noPlace, modeLike: noMode }[kind];
  reader.draft.problems.push(refuse(typedOf(reader.passage, at, end), reader.lexicon));
  return to;
}

/** "Inner" in "Inner London" belongs to the name after it. */
function endOfPlace(at: number, { passage, lexicon }: Reader): number {
  const spotted = spot(passage, at, finders.place, lexicon);
  return spotted === undefined ? at : at + spotted.length;
}
