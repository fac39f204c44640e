import type { Country } from '#test/attack/country.ts';
import { endNamed } from '#test/attack/flow-ends.ts';
import type { RankedFigures } from '#test/attack/ranked-figures.ts';
import type { Figure } from '#test/attack/subject.ts';

const together = /^\d+ other places?(?: together)?$/u;
const theRest = /^Elsewhere, in .+ too small to show$/u;

/** Names of a list that are ends by themselves. */
const listedIn = (names: readonly string[], country: Country): readonly string[] =>
  names
    .filter((name) => !theRest.test(name) && !together.test(name))
    .map((name) => endNamed(name, country));

/** What the numbers of a list are of, by its names: what is put together depends on what is listed. */
export function figuresOfList(
  names: readonly string[],
  figures: RankedFigures,
  country: Country,
): (name: string) => Figure {
  const listed = listedIn(names, country);
  return (name) => {
    if (theRest.test(name)) return figures.rest(listed);
    return together.test(name) ? figures.others(listed) : figures.end(endNamed(name, country));
  };
}
