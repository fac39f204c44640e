import { z } from 'zod';
import type { IsoDate } from '#src/week.ts';
import type { FlowsAsked } from '#test/attack/asked.ts';
import { drawnBetween } from '#test/attack/bounds.ts';
import { cellShape, tripsOf } from '#test/attack/cell-shape.ts';
import { areaOf, restsAround, type Country } from '#test/attack/country.ts';
import type { Faces } from '#test/attack/faces.ts';
import { squaresIn } from '#test/attack/read-squares.ts';
import { rowsOfFaces } from '#test/attack/read-rows.ts';
import { matches, tripsIn, tripsPattern } from '#test/attack/read-words.ts';
import type { Statement, Told } from '#test/attack/statement.ts';
import { inside, subjectOf, weeksOf, type Figure } from '#test/attack/subject.ts';

const matrixShape = z.object({
  cells: z.array(z.array(cellShape)),
  elsewhere: z.object({ cells: z.array(cellShape), total: cellShape }).optional(),
});

/** What the cells of a grid are of. No origin is the row of what is known only as elsewhere around the places; no destination is all of them. */
type FigureAt = (origin: string | undefined, destination: string | undefined) => Figure;

function figuresOf(ask: FlowsAsked, weeks: readonly IsoDate[], country: Country): FigureAt {
  const modes = ask.modes.length === 0 ? country.modes : ask.modes;
  const rests = restsAround(ask.parts, country);
  return (origin, destination) => {
    const origins = origin === undefined ? rests : [origin];
    const destinations = destination === undefined ? ask.parts : [destination];
    return {
      subject: subjectOf({ within: origins, without: [] }, inside(destinations), modes),
      time: weeksOf(weeks),
      bound: origins.length === 0 ? 0 : drawnBetween({ origins, destinations, modes }, country),
    };
  };
}

function inData(finding: unknown, { parts }: FlowsAsked, at: FigureAt): readonly Statement[] {
  const { cells, elsewhere } = matrixShape.parse(finding);
  const rows = [
    ...cells.map((row, origin) => ({ from: parts[origin], row })),
    ...(elsewhere === undefined ? [] : [{ from: undefined, row: elsewhere.cells }]),
  ];
  const all =
    elsewhere === undefined
      ? []
      : [{ ...at(undefined, undefined), trips: tripsOf(elsewhere.total) }];
  return [
    ...rows.flatMap(({ from, row }) =>
      row.map((cell, to) => ({ ...at(from, parts[to]), trips: tripsOf(cell) })),
    ),
    ...all,
  ].map((one) => ({ ...one, face: 'json' as const }));
}

function inTables(faces: Faces, at: FigureAt, country: Country): readonly Statement[] {
  const codeOf = (name: string) => (name === 'Elsewhere' ? undefined : areaOf(name, country).code);
  return rowsOfFaces(faces).flatMap(({ face, columns, rows }) =>
    rows.flatMap(([from = '', ...cells]) =>
      cells.map((cell, to) => ({
        ...at(codeOf(from), codeOf(columns[to + 1] ?? '')),
        face,
        trips: tripsIn(cell),
      })),
    ),
  );
}

const inSpec = (spec: string, { parts }: FlowsAsked, at: FigureAt): readonly Statement[] =>
  squaresIn(spec).map(({ row, column, trips }) => ({
    ...at(parts[row], parts[column]),
    face: 'spec',
    trips,
  }));

const first = new RegExp(
  `was from ([^.,]+?) to ([^.,]+), (?:at least around|around) (${tripsPattern})`,
  'gu',
);
const next = /(?:Next (?:was|were)|They were) ([^.]+)\./gu;
const item = new RegExp(
  `(?:^|, | and )(?:from )?([^()]+?) to ([^()]+?) \\((?:at least around |around )?(${tripsPattern})(?: trips)?(?: a week)?\\)`,
  'gu',
);
const another = new RegExp(`(?:Another|Around) (${tripsPattern}) trips`, 'gu');

function inWords(face: 'sentences' | 'alt', text: string, at: FigureAt, country: Country) {
  const codeOf = (name: string) => areaOf(name, country).code;
  const items = matches(text, next).flatMap(([list = '']) => matches(list, item));
  return [
    ...[...matches(text, first), ...items].map(([from = '', to = '', trips = '']): Statement => ({
      ...at(codeOf(from), codeOf(to)),
      face,
      trips: tripsIn(trips),
    })),
    ...matches(text, another).map(([trips = '']): Statement => ({
      ...at(undefined, undefined),
      face,
      trips: tripsIn(trips),
    })),
  ];
}

/** Every figure that the faces of flows between places tell. */
export function readMatrix(
  faces: Faces,
  finding: unknown,
  weeks: readonly IsoDate[],
  { ask, country }: { readonly ask: FlowsAsked; readonly country: Country },
): Told {
  const at = figuresOf(ask, weeks, country);
  return {
    statements: [
      ...inData(finding, ask, at),
      ...inTables(faces, at, country),
      ...inSpec(faces.spec, ask, at),
      ...inWords('sentences', faces.sentences, at, country),
      ...inWords('alt', faces.alt, at, country),
    ],
    percents: [],
  };
}
