import { dateWords } from '#src/date-words.ts';
import { isInData } from '#src/grammar/is-in-data.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** An event to choose. `label`: what it was, and its slug; `hint`: its days. */
export type FormEvent = { readonly slug: string; readonly label: string; readonly hint: string };

/** The events that a question can be about, the latest first. */
export function formEvents(vocabulary: Vocabulary): readonly FormEvent[] {
  const { areas } = lexiconOf(vocabulary).gazetteer;
  const usable = vocabulary.events.filter(
    ({ area, date }) => areas.has(area) && isInData(date, vocabulary),
  );
  return [...Map.groupBy(usable, ({ slug }) => slug)]
    .map(([slug, rows]) => ({
      slug,
      latest:
        rows
          .map(({ date }) => date)
          .toSorted()
          .at(-1) ?? '',
      label: `${rows[0]?.label ?? ''} (${slug})`,
      hint: rows
        .map(({ area, date }) => `${areas.get(area)?.name ?? area} ${dateWords(date)}`)
        .join(', '),
    }))
    .toSorted((a, b) => Number(b.latest > a.latest) - Number(b.latest < a.latest))
    .map(({ slug, label, hint }) => ({ slug, label, hint }));
}
