import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** Whether an event is itself the end of something, by its name or by what kind it is everywhere. */
export function isEnding(slug: string, { events }: Vocabulary): boolean {
  const rows = events.filter((event) => event.slug === slug);
  return /(?:^|-)end$/.test(slug) || rows.every(({ kind }) => /(?:^|_)(?:lifted|end)$/.test(kind));
}
