import { type Role, roleOf } from '#src/grammar/connecting-words.ts';
import { dayIncluded } from '#src/grammar/notes.ts';
import { typedOf } from '#src/grammar/passage.ts';
import { readPlace, readValue, readWhen, refuseValue } from '#src/grammar/read-value.ts';
import { noDate, noMode, noPlace } from '#src/grammar/problems.ts';
import { readUnknown } from '#src/grammar/read-unknown.ts';
import { finders, spot } from '#src/grammar/spot.ts';
import { type Before, isPuzzling, puzzling, type Reader, type Step } from '#src/grammar/take.ts';
import { notYet } from '#src/refusal.ts';

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
      return { to: readPlaceAfter(to, reader), before: { key: 'region', from: to, keyed: false } };
    case 'mode':
      return { to: readValue('mode', to, reader), before: { key: 'mode', from: to, keyed: false } };
    case 'since':
    case 'until':
      return done(readValue(role.kind, to, reader));
    case 'after':
    case 'before':
      return done(readRough(role.kind === 'after' ? 'since' : 'until', to, typed, reader));
    case 'from':
      return done(readWhen('since', to, reader) ?? refuseOrigin(to, typed, reader));
    case 'to':
      return readTo(to, reader);
    case 'and':
      return done(readListed(to, before, reader));
    case 'everyMode':
      draft.modes.push(undefined);
      return done(to);
    case 'command':
      if (!reader.isHead) return readUnknown(at, before, reader);
      draft.commands.push({ command: role.command, typed });
      return done(to);
    case 'later':
      draft.problems.push((suggest) => notYet(role.what, typed, suggest.any));
      return done(to);
    case 'dateLike':
    case 'placeLike':
    case 'modeLike':
      return done(refuseSuspect(role.kind, at, reader));
    default:
      return role satisfies never;
  }
}

/** "to" stands before the end of a period or before a place. */
function readTo(at: number, reader: Reader): Step {
  const end = readWhen('until', at, reader);
  if (end !== undefined) return done(end);
  return {
    to: readPlaceAfter(at, reader),
    before: { key: 'region', from: at, keyed: false },
  };
}

function done(to: number): Step {
  return { to, before: undefined };
}

/** "in …" must name a place, unless a date or another small word follows. */
function readPlaceAfter(at: number, reader: Reader): number {
  return (
    readPlace(at, reader) ??
    (isUnknownNext(at, reader) ? refuseValue('region', pastFillers(at, reader), reader) : at)
  );
}

/** After "and" in a list, a word that means nothing is one more of the list. */
function readListed(at: number, before: Before, reader: Reader): number {
  return before !== undefined && isUnknownNext(at, reader)
    ? refuseValue(before.key, pastFillers(at, reader), reader)
    : at;
}

function isUnknownNext(at: number, reader: Reader): boolean {
  const next = pastFillers(at, reader);
  const spotted = spot(reader.passage, next, finders.anything, reader.lexicon);
  const isOther =
    spotted?.kind === 'role' &&
    (spotted.role.kind === 'dateLike' || spotted.role.kind === 'modeLike');
  return next < reader.passage.words.length && !isOther && isPuzzling(spotted);
}

function pastFillers(at: number, { passage }: Reader): number {
  const next = passage.words.findIndex(
    (word, i) => i >= at && roleOf(word.folded)?.kind !== 'filler',
  );
  return next < 0 ? passage.words.length : next;
}

/** "after" and "before" are taken as since and until, which the reply says. */
function readRough(slot: 'since' | 'until', at: number, typed: string, reader: Reader): number {
  reader.draft.notes.push(dayIncluded(typed, slot));
  return readValue(slot, at, reader);
}

function refuseOrigin(at: number, typed: string, reader: Reader): number {
  reader.draft.problems.push((suggest) => notYet('origin', typed, suggest.any));
  return at;
}

function refuseSuspect(
  kind: 'dateLike' | 'placeLike' | 'modeLike',
  at: number,
  reader: Reader,
): number {
  const { to } = puzzling(at, reader);
  const end = kind === 'placeLike' ? endOfPlace(to, reader) : to;
  const refuse = { dateLike: noDate, placeLike: noPlace, modeLike: noMode }[kind];
  reader.draft.problems.push(refuse(typedOf(reader.passage, at, end), reader.lexicon));
  return to;
}

/** "Inner" in "Inner London" belongs to the name after it. */
function endOfPlace(at: number, { passage, lexicon }: Reader): number {
  const spotted = spot(passage, at, finders.place, lexicon);
  return spotted === undefined ? at : at + spotted.length;
}
