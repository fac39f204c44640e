import { monthNames } from '#src/date-words.ts';
import { addDays, type IsoDate } from '#src/week.ts';
import { z } from 'zod';
import type { FaceName, Faces } from '#test/attack/faces.ts';

/** What an answer is about, as the asker knows from the question. `mode` is absent for all modes. */
export type Subject = { readonly place: string; readonly mode: string | undefined };

/** One figure that a face gave away: trips in one week, or the mean of several. Undefined where it was withheld. */
export type Statement = {
  readonly face: FaceName;
  readonly weeks: readonly IsoDate[];
  readonly trips: number | undefined;
};

const cell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('published'), value: z.number() }),
  z.object({ kind: z.literal('suppressed') }),
  z.object({ kind: z.literal('notApplicable') }),
]);
const change = z.object({
  beforeWeeks: z.array(z.string()).optional(),
  afterWeeks: z.array(z.string()).optional(),
  meanBefore: z.number().optional(),
  meanAfter: z.number().optional(),
});
const jsonShape = z.object({
  ask: z.object({
    command: z.literal('trend'),
    region: z.object({ code: z.string() }),
    mode: z.object({ value: z.string() }).optional(),
  }),
  finding: z.object({
    weeks: z.array(z.object({ week: z.string(), trips: cell })),
    change: change.optional(),
  }),
});
const tableShape = z.object({ rows: z.array(z.tuple([z.string(), z.string(), z.string()])) });
const vertex = z.object({ week: z.string(), trips: z.number() });
const specShape = z.object({
  datasets: z.object({ line: z.array(vertex), dots: z.array(vertex) }),
});

const numberOf = (text: string): number | undefined =>
  text === '[c]' ? undefined : Number(text.replaceAll(',', ''));

/** The Monday of the week that ends on "6 June 2021". */
function weekTo(words: string): IsoDate {
  const [day = '', month = '', year = ''] = words.split(' ');
  const number = String(monthNames.findIndex((name) => name === month) + 1).padStart(2, '0');
  return addDays(`${year}-${number}-${day.padStart(2, '0')}`, -6);
}

const inJson = (json: z.infer<typeof jsonShape>): readonly Statement[] => {
  const { weeks, change: found } = json.finding;
  const means = [
    { weeks: found?.beforeWeeks ?? [], trips: found?.meanBefore },
    { weeks: found?.afterWeeks ?? [], trips: found?.meanAfter },
  ].filter(({ trips }) => trips !== undefined);
  const single = weeks.map(({ week, trips }) => ({
    weeks: [week],
    trips: trips.kind === 'published' ? trips.value : undefined,
  }));
  return [...single, ...means].map((one) => ({ face: 'json' as const, ...one }));
};

function inTable(table: string): readonly Statement[] {
  return tableShape
    .parse(JSON.parse(table))
    .rows.map(([end, trips]) => ({ face: 'table', weeks: [weekTo(end)], trips: numberOf(trips) }));
}

function inSpec(spec: string): readonly Statement[] {
  if (spec === '') return [];
  const { line, dots } = specShape.parse(JSON.parse(spec)).datasets;
  return [...line, ...dots].map(({ week, trips }) => ({ face: 'spec', weeks: [week], trips }));
}

const rowOfPage = /^ *(\d{1,2} [A-Z][a-z]+ \d{4}) +([\d,]+|\[c\])(?: |$)/gmu;

const inTerminal = (page: string): readonly Statement[] =>
  [...page.matchAll(rowOfPage)].map(([, end = '', trips = '']) => ({
    face: 'terminal',
    weeks: [weekTo(end)],
    trips: numberOf(trips),
  }));

const level = /There were ([\d,]+)\b[^.]*? in the week to (\d{1,2} [A-Z][a-z]+ \d{4})/gu;

const levelsIn = (face: FaceName, text: string): readonly Statement[] =>
  [...text.matchAll(level)].map(([, trips = '', end = '']) => ({
    face,
    weeks: [weekTo(end)],
    trips: numberOf(trips),
  }));

const means = /around ([\d,]+) trips a week before and ([\d,]+) after/u;

/** The alt text says means; which weeks they are of stands in the table. */
function meansIn({ alt, table }: Faces): readonly Statement[] {
  const [, before, after] = means.exec(alt) ?? [];
  if (before === undefined || after === undefined) return [];
  const { rows } = tableShape.parse(JSON.parse(table));
  const used = (...uses: readonly string[]) =>
    rows.filter(([, , use]) => uses.includes(use)).map(([end]) => weekTo(end));
  return [
    { face: 'alt', weeks: used('before'), trips: numberOf(before) },
    { face: 'alt', weeks: used('after', 'last week'), trips: numberOf(after) },
  ];
}

/** Every figure that the faces of an answer tell about weeks, each read from its own face; undefined where the answer is not about trips. */
export function readStatements(
  faces: Faces,
): { readonly subject: Subject; readonly statements: readonly Statement[] } | undefined {
  const json = jsonShape.safeParse(JSON.parse(faces.json));
  if (!json.success) return undefined;
  const { region, mode } = json.data.ask;
  return {
    subject: { place: region.code, mode: mode?.value },
    statements: [
      ...inJson(json.data),
      ...inTable(faces.table),
      ...inSpec(faces.spec),
      ...inTerminal(faces.terminal),
      ...levelsIn('sentences', faces.sentences),
      ...levelsIn('alt', faces.alt),
      ...meansIn(faces),
    ],
  };
}
