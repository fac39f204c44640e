import type { Asked } from '#test/attack/asked.ts';
import { modeNamed } from '#test/attack/compared-item.ts';
import type { Country } from '#test/attack/country.ts';
import type { CompareData } from '#test/attack/read-compare.ts';
import { matches } from '#test/attack/read-words.ts';
import { nothingTold, type PercentStatement, type Told } from '#test/attack/statement.ts';
import { restFigures } from '#test/attack/trend-figure.ts';

const leftOut = /Up to (\d+)% of the trips that started there are left out/gu;

/** What a comparison of modes tells of trips counted elsewhere: of the row of which most are, so that of no row there are more. */
export function readLeftOut(
  sentences: string,
  { items, leftOut: data }: CompareData,
  ask: Exclude<Asked, { command: 'flows' }>,
  country: Country,
): Told {
  if (data === undefined || ask.command !== 'trend') return nothingTold;
  const said = matches(sentences, leftOut).map(([percent]) => Number(percent));
  const told = [
    { face: 'json', percent: data.percent } as const,
    ...said.map((percent) => ({ face: 'sentences', percent }) as const),
  ];
  const measured = items.filter(({ change }) => change.kind === 'measured');
  const percents = measured.flatMap(({ name, change }): readonly PercentStatement[] => {
    const { rest, together } = restFigures({ ...ask, modes: [modeNamed(name, country)] }, country);
    const weeks = [...(change.beforeWeeks ?? []), ...(change.afterWeeks ?? [])];
    const form = measured.length === 1 ? 'most' : 'atMost';
    return told.map((one) => ({ ...one, form, part: rest(weeks), base: together(weeks) }));
  });
  return { statements: [], percents };
}
