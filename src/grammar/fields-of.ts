import type { Area } from '#src/area.ts';
import type { Ask, CompareAsk, TrendAsk } from '#src/grammar/ask.ts';
import { composeQuestion } from '#src/grammar/compose-question.ts';
import type { FormFields } from '#src/grammar/form-fields.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** The fields that ask a question. Undefined: a form cannot say all of it. `spell`: a place as it stands in its field. */
export function fieldsOf(
  ask: Ask,
  spell: (area: Area) => string,
  vocabulary: Vocabulary,
): FormFields | undefined {
  if (ask.command !== 'trend' && ask.command !== 'compare') return undefined;
  const [place, beside] = (ask.command === 'compare' ? ask.places : ask.destinations).map(spell);
  const fields = {
    place,
    beside,
    ...sinceOf(ask),
    to: ask.until?.date,
    mode: ask.modes[0]?.value,
  };
  const parsed = parseAsk(composeQuestion(fields), vocabulary);
  const isSame =
    parsed.kind === 'read' && usage(parsed.reading.ask, vocabulary) === usage(ask, vocabulary);
  return isSame ? fields : undefined;
}

function sinceOf(ask: TrendAsk | CompareAsk): Pick<FormFields, 'event' | 'from'> {
  if (ask.command === 'trend')
    return ask.since?.event === undefined
      ? { from: ask.since?.date }
      : { event: ask.since.event.slug };
  return ask.since?.kind === 'event' ? { event: ask.since.slug } : { from: ask.since?.date };
}
