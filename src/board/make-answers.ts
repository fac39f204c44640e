import { answer, type Edges, type Outcome } from '#src/answer.ts';
import { busy, type Refusal } from '#src/refusal.ts';
import { words } from './words.ts';

/** Answers a question, one at a time; what was answered lately from the same release is not asked or drawn again, and nothing is asked of a release that no longer answers. Never throws. */
export type Answers = (question: string, edges: Edges) => Promise<Outcome>;

/** `most`: answers kept, with their pictures. `mostWaiting`: questions that may wait for their turn; then "busy". */
export type AnswersSize = { readonly most: number; readonly mostWaiting: number };

/** At most 9 MB of pictures, of 80 to 110 kB each, and a minute's work. */
export const usualSize: AnswersSize = { most: 80, mostWaiting: 40 };

/** What is refused once another release answers, or none. */
const changed: Refusal = { kind: 'busy', ...words.changed };

/** `isCurrent`: whether a release still answers. One that was replaced is closed a minute later, and a question may wait for longer than that. */
export function makeAnswers(
  { most, mostWaiting }: AnswersSize,
  isCurrent: (edges: Edges) => boolean,
): Answers {
  let held: { readonly edges: Edges; readonly kept: Kept } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const keptOf = (edges: Edges): Kept => {
    if (held?.edges !== edges) held = { edges, kept: new Map() };
    return held.kept;
  };
  const ask = async (
    question: string,
    edges: Edges,
    before: Promise<unknown>,
  ): Promise<Outcome> => {
    waiting += 1;
    await before;
    const outcome: Outcome = isCurrent(edges)
      ? await answer(question, edges)
      : { kind: 'refused', refusal: changed };
    waiting -= 1;
    return outcome;
  };
  return (question, edges) => {
    if (!isCurrent(edges)) return Promise.resolve({ kind: 'refused', refusal: changed });
    const kept = keptOf(edges);
    const known = kept.get(question);
    if (known !== undefined) return keep(known, question, kept, most);
    if (waiting >= mostWaiting) return Promise.resolve({ kind: 'refused', refusal: busy });
    const asked = ask(question, edges, last).then((outcome) => {
      if (!isWhole(outcome)) kept.delete(question);
      return outcome;
    });
    last = asked;
    return keep(asked, question, kept, most);
  };
}

type Kept = Map<string, Promise<Outcome>>;

/** Keeps an answer as the one used last; the one not used for longest goes. */
function keep(asked: Promise<Outcome>, question: string, kept: Kept, most: number) {
  kept.delete(question);
  kept.set(question, asked);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return asked;
}

/** What went wrong once may go right the next time. */
const isWhole = (outcome: Outcome): boolean =>
  outcome.kind === 'answered' && outcome.lostPicture === undefined;
