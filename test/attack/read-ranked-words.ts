import type { Country } from '#test/attack/country.ts';
import { endNamed } from '#test/attack/flow-ends.ts';
import type { RankedFigures } from '#test/attack/ranked-figures.ts';
import { mostOf } from '#test/attack/read-ranked-data.ts';
import { figuresOfList } from '#test/attack/read-ranked-list.ts';
import { matches, tripsIn, tripsPattern } from '#test/attack/read-words.ts';
import type { PercentStatement, Statement, Told } from '#test/attack/statement.ts';
import type { Figure } from '#test/attack/subject.ts';

const some = `(?:at least around |around )?(${tripsPattern})`;
const total = new RegExp(
  `(?:There were|Of) (?:at least around|around) (${tripsPattern}) trips`,
  'gu',
);
const within = new RegExp(
  `(?:at least around|around) (${tripsPattern}) also (?:started|ended) there`,
  'gu',
);
/** Said of those within as of all. */
const allWithin = new RegExp(
  `(?:There were|Of) (?:at least around|around) (${tripsPattern}) trips[^]*?(?:nearly all|All of them) also (?:started|ended) there`,
  'gu',
);
const noTotal = /There were no trips[^.]*? that (?:ended|started) in/gu;
const totalWithheld = /We cannot show trips[^.]*? that (?:ended|started) in/gu;
const withinWithheld = /Those that also (?:started|ended) there are too few to show/gu;
const elsewhereWithheld = /Trips that (?:started|ended) elsewhere, [^.]*? are too few to say/gu;
const list = /flows (?:from outside|to other places) were (?:from|to) ([^.]+)\./gu;
const item = new RegExp(`(?:^|, | and )([^,()]+?) \\(${some}\\)`, 'gu');
const one = new RegExp(
  `flow (?:from outside|to other places) was (?:from|to) ([^,.]+), ${some}\\.`,
  'gu',
);
const elsewhere = new RegExp(
  `(?:Another|Around) (${tripsPattern}) (?:started|ended) elsewhere`,
  'gu',
);
const share =
  /Around (\d+)% of the trips (?:from outside|to other places) (?:started|ended) in ([^.]+)\./gu;
const most = /Up to (\d+)% of the (?:trips within it|trips that started there) may be/gu;
const titled = new RegExp(
  `The largest[^.:]*? was (?:from|to) ([^.:]+): (${tripsPattern}) trips`,
  'gu',
);
const bars = /The first bars: ([^.]+(?:\.\d[^.]*)*)\./u;
const bar = new RegExp(`^(.+) (${tripsPattern}|\\[c\\])$`, 'u');

type Said = readonly (readonly [Figure, string])[];

function saidIn(text: string, figures: RankedFigures, country: Country): Said {
  const end = (name: string) => figures.end(endNamed(name, country));
  const ends = (pairs: readonly (readonly string[])[]): Said =>
    pairs.map(([name = '', trips = '']) => [end(name), trips]);
  const alone = (pattern: RegExp, figure: Figure): Said =>
    matches(text, pattern).map(([trips = '']) => [figure, trips]);
  const worded = (pattern: RegExp, figure: Figure, trips: string): Said =>
    matches(text, pattern).map(() => [figure, trips]);
  return [
    ...alone(total, figures.total),
    ...alone(within, figures.within),
    ...alone(elsewhere, figures.elsewhere),
    ...alone(allWithin, figures.within),
    ...worded(noTotal, figures.total, '0'),
    ...worded(totalWithheld, figures.total, '[c]'),
    ...worded(withinWithheld, figures.within, '[c]'),
    ...worded(elsewhereWithheld, figures.elsewhere, '[c]'),
    ...ends(matches(text, list).flatMap(([items = '']) => matches(items, item))),
    ...ends(matches(text, one)),
    ...ends(matches(text, titled)),
  ];
}

/** The bars that are read out: their first names are those of the chart. */
function barsIn(
  alt: string,
  figures: RankedFigures,
  country: Country,
  drawn: readonly string[],
): Said {
  const read = (bars.exec(alt)?.[1] ?? '').split('; ').filter((text) => text !== '');
  const figureOf = figuresOfList(drawn, figures, country);
  return read.map((text) => {
    const [, name = '', trips = ''] = bar.exec(text) ?? [];
    return [figureOf(name), trips];
  });
}

/** Every figure of flows into or out of one place that sentences and the alt text say. `drawn`: the names of the bars. */
export function readRankedWords(
  { sentences, alt }: { readonly sentences: string; readonly alt: string },
  figures: RankedFigures,
  country: Country,
  drawn: readonly string[],
): Told {
  const told = (face: 'sentences' | 'alt', said: Said): readonly Statement[] =>
    said.map(([figure, trips]) => ({ ...figure, face, trips: tripsIn(trips) }));
  const shares = matches(sentences, share).map(([percent = '', name = '']): PercentStatement => ({
    face: 'sentences',
    form: 'share',
    percent: Number(percent),
    part: figures.end(endNamed(name, country)),
    base: figures.outside,
  }));
  const hidden = matches(sentences, most).map(([percent]) =>
    mostOf('sentences', Number(percent), figures),
  );
  return {
    statements: [
      ...told('sentences', saidIn(sentences, figures, country)),
      ...told('alt', saidIn(alt, figures, country)),
      ...told('alt', barsIn(alt, figures, country, drawn)),
    ],
    percents: [...shares, ...hidden],
  };
}
