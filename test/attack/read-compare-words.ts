import type { FaceName } from '#test/attack/faces.ts';
import { matches } from '#test/attack/read-words.ts';

/** A change of a row, by its name, as one face says it. */
export type NamedChange = {
  readonly face: FaceName;
  readonly name: string;
  readonly percent: number;
};

const signed = (size: string, way: string): number =>
  Number(size) * (['fell', 'lower', 'fall'].includes(way) ? -1 : 1);

/** The patterns in which names of rows stand: letters and spaces alone. */
function patternsOf(names: readonly string[]) {
  const name = `(${names.join('|')})`;
  const where = `(?:in|for|on) ${name}`;
  return {
    did: new RegExp(
      `(?:(rose|fell) by )?around (\\d+)%(?: (higher|lower))?(?: than usual)? ${where}(?: and (?:by )?around (\\d+)% ${where})?`,
      'gu',
    ),
    ends: new RegExp(
      `The (rise|fall) was largest ${where}, around (\\d+)%, and smallest ${where}, around (\\d+)%`,
      'gu',
    ),
    open: new RegExp(`${where} \\(around (\\d+)% (higher|lower)\\)`, 'gu'),
    row: new RegExp(`(?<=[.] )${name}: around (\\d+)% (higher|lower)`, 'gu'),
    none: new RegExp(
      `(?:no change|were at the same level on average) ${where}|${where} \\(the same on average\\)|(?<=[.] )${name}: no change`,
      'gu',
    ),
  };
}

/** Likely ranges, of which one may end at no change. */
const range = /likely range[^.]*/giu;
/** What is said of every row with a figure at once. */
const alike = /As rounded, all were the same: (?:no change|around (\d+)% (higher|lower))\./gu;

/** Every change that a text says of a row by its name, or of all that have a figure (`measured`, by name). */
export function changesIn(
  face: 'sentences' | 'alt',
  text: string,
  names: readonly string[],
  measured: readonly string[],
): readonly NamedChange[] {
  if (names.length === 0) return [];
  const { did, ends, open, row, none } = patternsOf(names);
  const said = (name: string, size: string, way: string): readonly NamedChange[] =>
    name === '' || way === '' ? [] : [{ face, name, percent: signed(size, way) }];
  return [
    ...matches(text, did).flatMap(
      ([verb = '', size = '', way = '', one = '', more = '', other = '']) => [
        ...said(one, size, `${verb}${way}`),
        ...said(other, more, `${verb}${way}`),
      ],
    ),
    ...matches(text, ends).flatMap(([way = '', most = '', size = '', least = '', small = '']) => [
      ...said(most, size, way),
      ...said(least, small, way),
    ]),
    ...matches(text, open).flatMap(([name = '', size = '', way = '']) => said(name, size, way)),
    ...matches(text, row).flatMap(([name = '', size = '', way = '']) => said(name, size, way)),
    ...matches(text.replace(range, ''), none).map((found) => ({
      face,
      name: found.join(''),
      percent: 0,
    })),
    ...matches(text, alike).flatMap(([size = '', way = '']) =>
      measured.map((name) => ({ face, name, percent: signed(size, way) })),
    ),
  ];
}
