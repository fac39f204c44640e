import { judge, type Case } from '#src/access/judge.ts';
import { nearestAsk } from '#src/access/nearest-ask.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Refusal } from '#src/refusal.ts';

const example = / ?Try: (?<text>.+)$/u;

/** The question that a refusal suggests. */
export const exampleIn = ({ next }: Pick<Refusal, 'next'>): string | undefined =>
  example.exec(next)?.groups?.['text'];

/** A refusal whose example may be asked where it is told: its own, else the nearest that may, else none. */
export function fitExample(refusal: Refusal, where: Omit<Case, 'ask'>): Refusal {
  const text = exampleIn(refusal);
  const { vocabulary } = where;
  const parsed = text === undefined ? undefined : parseAsk(text, vocabulary);
  if (parsed?.kind !== 'read') return refusal;
  const { ask } = parsed.reading;
  const judged = judge({ ...where, ask });
  if (judged.kind === 'allowed') return refusal;
  const nearest = judged.grant && nearestAsk(ask, judged.grant.tier, vocabulary);
  const words = refusal.next.replace(example, '');
  const tryIt = nearest === undefined ? [] : [`Try: ${usage(nearest, vocabulary)}`];
  return { ...refusal, next: [words, ...tryIt].filter((part) => part !== '').join(' ') };
}
