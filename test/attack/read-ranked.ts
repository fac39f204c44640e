import type { FlowsAsked } from '#test/attack/asked.ts';
import { areaOf, type Country } from '#test/attack/country.ts';
import type { Faces } from '#test/attack/faces.ts';
import { endNamed } from '#test/attack/flow-ends.ts';
import { rankedFigures, type RankedFigures } from '#test/attack/ranked-figures.ts';
import { barsIn } from '#test/attack/read-bars.ts';
import { rankedShape, readRankedData } from '#test/attack/read-ranked-data.ts';
import { figuresOfList } from '#test/attack/read-ranked-list.ts';
import { readRankedWords } from '#test/attack/read-ranked-words.ts';
import { rowsOfFaces } from '#test/attack/read-rows.ts';
import { tripsIn } from '#test/attack/read-words.ts';
import { both, type PercentStatement, type Statement, type Told } from '#test/attack/statement.ts';
import type { Figure } from '#test/attack/subject.ts';

/** What the rows of the table are of: all trips, those within the place, then the list. */
function figuresOfRows(
  names: readonly string[],
  figures: RankedFigures,
  ask: FlowsAsked,
  country: Country,
): (name: string) => Figure {
  const [all = '', within = '', ...list] = names;
  if (all !== 'All' || within !== `Within ${areaOf(ask.place?.code ?? '', country).name}`)
    throw new Error('the table does not begin with all trips and those within the place');
  const listed = figuresOfList(list, figures, country);
  return (name) => (name === all ? figures.total : name === within ? figures.within : listed(name));
}

/** "12%"; "under 1%" is said as none. */
const percentIn = (text: string): number => (text.startsWith('under ') ? 0 : Number.parseInt(text));

function inTables(faces: Faces, figures: RankedFigures, ask: FlowsAsked, country: Country): Told {
  const tables = rowsOfFaces(faces);
  const names = tables[0]?.rows.map(([name = '']) => name) ?? [];
  const figureOf = figuresOfRows(names, figures, ask, country);
  const rows = tables.flatMap(({ face, rows: cells }) =>
    cells.map(([name = '', trips = '', percent = '']) => ({ face, name, trips, percent })),
  );
  return {
    statements: rows.map(({ face, name, trips }) => ({
      ...figureOf(name),
      face,
      trips: tripsIn(trips),
    })),
    percents: rows.flatMap(({ face, name, percent }): readonly PercentStatement[] =>
      percent === ''
        ? []
        : [
            {
              face,
              form: 'share',
              percent: percentIn(percent),
              part: figures.end(endNamed(name, country)),
              base: figures.outside,
            },
          ],
    ),
  };
}

/** Every figure that the faces of flows into or out of one place tell. */
export function readRanked(
  faces: Faces,
  finding: unknown,
  weeks: readonly string[],
  { ask, country }: { readonly ask: FlowsAsked; readonly country: Country },
): Told {
  const figures = rankedFigures(ask, weeks, country);
  const bars = barsIn(faces.spec);
  const drawn = bars.map(({ name }) => name);
  const figureOf = figuresOfList(drawn, figures, country);
  const inSpec = bars.flatMap(({ name, trips, length }): readonly Statement[] =>
    [trips, length].map((one) => ({ ...figureOf(name), face: 'spec', trips: one })),
  );
  return both(
    readRankedData(rankedShape.parse(finding), figures),
    inTables(faces, figures, ask, country),
    { statements: inSpec, percents: [] },
    readRankedWords(faces, figures, country, drawn),
  );
}
