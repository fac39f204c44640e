import { z } from 'zod';
import type { Asked } from '#test/attack/asked.ts';
import { cellShape, changeShape, tripsOf } from '#test/attack/cell-shape.ts';
import { figuresOfItem } from '#test/attack/compared-item.ts';
import type { Country } from '#test/attack/country.ts';
import type { Faces } from '#test/attack/faces.ts';
import { changesIn, type NamedChange } from '#test/attack/read-compare-words.ts';
import { readLeftOut } from '#test/attack/read-left-out.ts';
import { rowsOfFaces, type FaceRows } from '#test/attack/read-rows.ts';
import { changeIn } from '#test/attack/read-trend-data.ts';
import { changeIn as changeWords, tripsIn } from '#test/attack/read-words.ts';
import { both, type Statement, type Told } from '#test/attack/statement.ts';
import type { FigureOf } from '#test/attack/trend-figure.ts';

const compareShape = z.object({
  of: z.enum(['place', 'mode', 'weekday']),
  lastWeek: z.string(),
  items: z.array(
    z.object({ name: z.string(), spoken: z.string(), change: changeShape, latest: cellShape }),
  ),
  leftOut: z.object({ percent: z.number() }).optional(),
});

/** What the data of an answer say of a comparison. */
export type CompareData = z.infer<typeof compareShape>;

const mark = z.object({ name: z.string(), percent: z.number(), shape: z.string() });
const specShape = z.object({ datasets: z.object({ marks: z.array(mark) }) });

/** A row of a comparison: its figures by the name that a face gives it, and the weeks that are compared in it. */
type Row = {
  readonly figure: FigureOf;
  readonly before: readonly string[];
  readonly after: readonly string[];
};

type RowOf = (name: string) => Row;

function inData({ items, lastWeek }: CompareData, rowOf: RowOf): Told {
  return both(
    ...items.map(({ name, change, latest }) => {
      const { figure } = rowOf(name);
      const last: Statement = { ...figure([lastWeek]), face: 'json', trips: tripsOf(latest) };
      return both(changeIn(change, figure), { statements: [last], percents: [] });
    }),
  );
}

/** The two levels of a row of the table; where nothing is compared, what it shows of the last week. */
function inRow({ face, columns }: FaceRows, cells: readonly string[], row: Row, last: string) {
  const at = columns.findIndex((head) => head === 'Before' || head === 'Usual');
  const [before = '', after = ''] = cells.slice(at);
  const isCompared = row.before.length > 0;
  const figures = [
    { text: before, weeks: row.before },
    { text: after, weeks: isCompared ? row.after : [last] },
  ];
  return figures.flatMap(({ text, weeks }): readonly Statement[] =>
    /^\d/u.test(text) ? [{ ...row.figure(weeks), face, trips: tripsIn(text) }] : [],
  );
}

function inTables(faces: Faces, { lastWeek }: CompareData, rowOf: RowOf) {
  const tables = rowsOfFaces(faces);
  return {
    statements: tables.flatMap((table) =>
      table.rows.flatMap((cells) => inRow(table, cells, rowOf(cells[0] ?? ''), lastWeek)),
    ),
    changes: tables.flatMap(({ face, columns, rows }) =>
      rows.flatMap((cells): readonly NamedChange[] => {
        const percent = changeWords(cells[columns.indexOf('Change')] ?? '');
        return percent === undefined ? [] : [{ face, name: cells[0] ?? '', percent }];
      }),
    ),
  };
}

function inSpec(spec: string): readonly NamedChange[] {
  if (spec === '') return [];
  return specShape
    .parse(JSON.parse(spec))
    .datasets.marks.filter(({ shape }) => shape === 'diamond')
    .map(({ name, percent }) => ({ face: 'spec', name, percent }));
}

/** Every figure that the faces of a comparison tell. */
export function readCompare(
  faces: Faces,
  finding: unknown,
  ask: Exclude<Asked, { command: 'flows' }>,
  country: Country,
): Told {
  const data = compareShape.parse(finding);
  const rowOf: RowOf = (name) => {
    const item = data.items.find((one) => one.name === name || one.spoken === name);
    const { beforeWeeks: before = [], afterWeeks: after = [], kind } = item?.change ?? { kind: '' };
    const figure = figuresOfItem(data.of, name, ask, country);
    return kind === 'measured' ? { figure, before, after } : { figure, before: [], after: [] };
  };
  const names = data.items.flatMap(({ name, spoken }) => [name, spoken]);
  const measured = data.items.flatMap(({ name, change }) =>
    change.kind === 'measured' ? [name] : [],
  );
  const tables = inTables(faces, data, rowOf);
  const changes = [
    ...tables.changes,
    ...inSpec(faces.spec),
    ...changesIn('sentences', faces.sentences, names, measured),
    ...changesIn('alt', faces.alt, names, measured),
  ];
  return both(inData(data, rowOf), readLeftOut(faces.sentences, data, ask, country), {
    statements: tables.statements,
    percents: changes.map(({ face, name, percent }) => {
      const { figure, before, after } = rowOf(name);
      return { face, form: 'change', part: figure(after), base: figure(before), percent };
    }),
  });
}
