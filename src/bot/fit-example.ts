import { judge, type Case } from '#src/access/judge.ts';
import { nearestAsk } from '#src/access/nearest-ask.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { usage } from '#src/grammar/usage.ts';
import { workingExamples } from '#src/grammar/working-examples.ts';
import type { Refusal } from '#src/refusal.ts';

type Where = Omit<Case, 'ask'>;

const example = / ?Try: (?<text>.+)$/u;

/** The question that a refusal suggests. */
export const exampleIn = ({ next }: Pick<Refusal, 'next'>): string | undefined =>
  example.exec(next)?.groups?.['text'];

/** A refusal whose example may be asked where it is told: its own or the nearest that may, else another, else none. */
export function fitExample(refusal: Refusal, where: Where): Refusal {
  const own = exampleIn(refusal);
  if (own === undefined) return refusal;
  for (const text of [own, ...workingExamples(where.vocabulary)]) {
    const fitting = fit(text, where);
    if (fitting === own) return refusal;
    if (fitting !== undefined) return suggest(refusal, `Try: ${fitting}`);
  }
  return suggest(refusal, '');
}

/** The same words without the question that they suggest. */
export const withoutExample = <T extends Pick<Refusal, 'next'>>(words: T): T => suggest(words, '');

const suggest = <T extends Pick<Refusal, 'next'>>(refusal: T, words: string): T => ({
  ...refusal,
  next: `${refusal.next.replace(example, '')} ${words}`.trim(),
});

/** A question as it stands where it may be asked, else the nearest that may. */
function fit(text: string, where: Where): string | undefined {
  const { vocabulary } = where;
  const parsed = parseAsk(text, vocabulary);
  if (parsed.kind === 'refused') return undefined;
  const { ask } = parsed.reading;
  const judged = judge({ ...where, ask });
  if (judged.kind === 'allowed') return text;
  const nearest = judged.grant && nearestAsk(ask, judged.grant.tier, vocabulary);
  return nearest && usage(nearest, vocabulary);
}
