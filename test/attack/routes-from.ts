import type { Area } from '#src/area.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Column } from '#test/attack/column.ts';

/** A sum that holds a column, and the other parts of it. `open`: it may hold more, in the rest of an area, that nobody can ask about. */
export type Route = {
  readonly whole: Column;
  readonly parts: readonly Column[];
  readonly open: boolean;
};

/** The larger place that a place lies in, and its other parts. */
function aroundOf(place: string, areas: readonly Area[]) {
  const parent = areas.find(({ code }) => code === place)?.parent;
  const siblings = areas.filter((area) => area.parent === parent && area.code !== place);
  return parent === undefined ? undefined : { parent, siblings: siblings.map(({ code }) => code) };
}

function byMode(column: Column, { modes }: Vocabulary): readonly Route[] {
  if (column.mode === undefined) return [];
  const others = modes.filter(({ value }) => value !== column.mode);
  return [
    {
      whole: { ...column, mode: undefined },
      parts: others.map(({ value }) => ({ ...column, mode: value })),
      open: false,
    },
  ];
}

function byEnd(end: 'place' | 'origin', column: Column, { areas }: Vocabulary): readonly Route[] {
  const around = aroundOf(column[end] ?? '', areas);
  if (around === undefined) return [];
  return [
    {
      whole: { ...column, [end]: around.parent },
      parts: around.siblings.map((code) => ({ ...column, [end]: code })),
      open: true,
    },
  ];
}

/** The ways round a column: by its mode, by where it ends and by where it starts. */
export const routesFrom = (column: Column, vocabulary: Vocabulary): readonly Route[] => [
  ...byMode(column, vocabulary),
  ...byEnd('origin', column, vocabulary),
  ...byEnd('place', column, vocabulary),
];
