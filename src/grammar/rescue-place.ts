import { roleOf } from '#src/grammar/connecting-words.ts';
import type { Draft, Unknown } from '#src/grammar/draft.ts';
import { findLoosely, findMisspelt, type Found } from '#src/grammar/find-place.ts';
import { type Joint, jointBefore } from '#src/grammar/joint.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { phraseOf, typedOf } from '#src/grammar/passage.ts';
import { placesNear } from '#src/grammar/places-near.ts';
import { noPlace } from '#src/grammar/problems.ts';
import { takePlace } from '#src/grammar/take.ts';

/** A run of unknown words, the stretch of it that may be a place, and what joins it to what stands before. */
type Hit = {
  readonly run: Unknown;
  readonly joint: Joint;
  readonly stretch: Unknown | undefined;
  readonly found: Found | undefined;
};

/**
 * In a question that names no place, looks for one among the words that meant nothing: the beginning of a name, or one edit away,
 * and for the others of a list that starts with it. Where a place was named, other words are left alone: most are near a name by chance.
 */
export function rescuePlace(draft: Draft, lexicon: Lexicon): Draft {
  const hits = draft.unknown.map((run) => findIn(run, lexicon));
  const first = hits.findIndex(({ found }) => found !== undefined);
  if (first < 0) return guess(draft, lexicon);
  const taken = hits.filter(({ found, joint }, i) => found !== undefined && (i === first || joint));
  const stretches = taken.flatMap(({ stretch }) => stretch ?? []);
  const rescued: Draft = {
    ...draft,
    unknown: draft.unknown.flatMap((run) => withoutAll(run, stretches)),
  };
  for (const hit of hits) if (isListed(hit, hits)) take(hit, taken, rescued, lexicon);
  return rescued;
}

/** Whether a run is a place, or one of a list with others. */
function isListed(hit: Hit, hits: readonly Hit[]): boolean {
  const next = hits[hits.indexOf(hit) + 1];
  return hit.found !== undefined || hit.joint !== undefined || next?.joint !== undefined;
}

function take(hit: Hit, taken: readonly Hit[], draft: Draft, lexicon: Lexicon): void {
  const { passage, from, to } = hit.stretch ?? hit.run;
  const typed = typedOf(passage, from, to);
  if (hit.found === undefined) draft.problems.push(noPlace(typed, lexicon));
  else if (taken.includes(hit))
    takePlace(hit.found, 'bare', { typed, joint: hit.joint }, { lexicon, draft });
}

/** Looks in a run as a whole, then word by word: a part of it is a place only if misspelt, and if the words beside it may not belong to its name. */
function findIn(run: Unknown, { gazetteer }: Lexicon): Hit {
  const { passage, from, to } = run;
  const joint = jointBefore(from, passage);
  const whole = longPhrase(run);
  const found = whole === undefined ? undefined : findLoosely(whole, gazetteer);
  if (found !== undefined || to - from < 2) return { run, joint, stretch: found && run, found };
  for (const word of wordsOf(run)) {
    const phrase = isBesideCapital(word, run) ? undefined : longPhrase(word);
    const near = phrase === undefined ? undefined : findMisspelt(phrase, gazetteer);
    if (near !== undefined) return { run, joint, stretch: word, found: near };
  }
  return { run, joint, stretch: undefined, found: undefined };
}

function wordsOf(run: Unknown): readonly Unknown[] {
  return Array.from({ length: run.to - run.from }, (_, i) => ({
    ...run,
    from: run.from + i,
    to: run.from + i + 1,
  }));
}

function isBesideCapital({ passage, from }: Unknown, run: Unknown): boolean {
  const beside = [from - 1, from + 1].filter((at) => at >= run.from && at < run.to);
  return beside.some((at) => /^\p{Lu}/u.test(typedOf(passage, at, at + 1)));
}

function longPhrase({ passage, from, to }: Unknown): string | undefined {
  const phrase = phraseOf(passage, from, to);
  return phrase.length < 5 || roleOf(phrase) !== undefined ? undefined : phrase;
}

/** No place was found: a name further off is worth a question. */
function guess(draft: Draft, lexicon: Lexicon): Draft {
  for (const { passage, from, to } of draft.unknown) {
    const near = placesNear(phraseOf(passage, from, to), lexicon.gazetteer);
    if (near.length === 0) continue;
    draft.problems.push(noPlace(typedOf(passage, from, to), lexicon, near));
    return draft;
  }
  return draft;
}

function withoutAll(run: Unknown, stretches: readonly Unknown[]): readonly Unknown[] {
  let left: readonly Unknown[] = [run];
  for (const stretch of stretches) left = left.flatMap((one) => without(one, stretch));
  return left;
}

function without(run: Unknown, stretch: Unknown): readonly Unknown[] {
  if (run.passage !== stretch.passage || stretch.from < run.from || stretch.to > run.to)
    return [run];
  return [
    { ...run, to: stretch.from },
    { ...run, from: stretch.to },
  ].filter(({ from, to }) => to > from);
}
