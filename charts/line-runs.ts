import type { FoundWeek } from '#src/finding.ts';
import { dayNumber } from '#src/week.ts';

/** One vertex of the line. Vertices of one `run` are joined; a week between two tones is in both runs. `day`: the middle of the week. */
export type LineVertex = {
  readonly week: string;
  readonly day: number;
  readonly trips: number;
  readonly run: number;
  readonly tone: 'ordinary' | 'unusual';
};

type Vertex = Omit<LineVertex, 'run' | 'tone'> & { readonly unusual: boolean };

/** Whether a week is drawn in grey. A withheld week is marked as such instead. */
export function isUnusual(week: FoundWeek): boolean {
  return week.flag !== undefined && week.flag.kind !== 'suppressed';
}

/** The middle of a week, in days: its total belongs to all seven. */
function middleOf(week: FoundWeek): number {
  return dayNumber(week.week) + 3.5;
}

/** The line as runs of one tone, broken where trips are withheld or missing; unusual runs come first, to be drawn below. */
export function lineRuns(weeks: readonly FoundWeek[]): readonly LineVertex[] {
  const runs = unbroken(weeks).flatMap(splitByTone);
  const unusualFirst = [...runs].sort((a, b) => Number(b.unusual) - Number(a.unusual));
  return unusualFirst.flatMap((run, index) =>
    run.vertices.map(({ week, day, trips }) => ({
      week,
      day,
      trips,
      run: index,
      tone: run.unusual ? ('unusual' as const) : ('ordinary' as const),
    })),
  );
}

function unbroken(weeks: readonly FoundWeek[]): readonly (readonly Vertex[])[] {
  const pieces: Vertex[][] = [[]];
  for (const week of weeks) {
    if (week.trips.kind !== 'published') pieces.push([]);
    else {
      const vertex = { week: week.week, day: middleOf(week), trips: week.trips.value };
      pieces.at(-1)?.push({ ...vertex, unusual: isUnusual(week) });
    }
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** A stroke is unusual when either of its ends is; an ordinary week that no ordinary stroke reaches is a run of its own. */
function splitByTone(piece: readonly Vertex[]) {
  const [first, ...rest] = piece;
  if (first === undefined) return [];
  if (rest.length === 0) return [{ unusual: first.unusual, vertices: [first] }];
  const runs: { unusual: boolean; vertices: Vertex[] }[] = [];
  let previous = first;
  for (const vertex of rest) {
    const unusual = previous.unusual || vertex.unusual;
    const run = runs.at(-1);
    if (run === undefined || run.unusual !== unusual)
      runs.push({ unusual, vertices: [previous, vertex] });
    else run.vertices.push(vertex);
    previous = vertex;
  }
  const reached = new Set(runs.filter((run) => !run.unusual).flatMap(({ vertices }) => vertices));
  const lone = piece.filter((vertex) => !vertex.unusual && !reached.has(vertex));
  return [...runs, ...lone.map((vertex) => ({ unusual: false, vertices: [vertex] }))];
}
