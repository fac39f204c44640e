import { dateWords } from '#src/date-words.ts';
import { addDays, type IsoDate } from '#src/week.ts';
import type { Imported } from './import-dataset.ts';
import type { Problems } from './problem.ts';
import { sayProblem } from './say-problem.ts';

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const count = (value: number, one: string, many = `${one}s`): string =>
  `${grouped.format(value)} ${value === 1 ? one : many}`;

/** What was imported and what was left out, line by line, and what to type next. */
export function sayImport(name: string, imported: Imported, durationMs: number): readonly string[] {
  const { rows, trips, weeks, areas, modes, events, notes } = imported;
  const held = [
    count(rows, 'weekly figure'),
    count(trips, 'trip'),
    count(areas, 'area'),
    count(modes.length, 'mode'),
    count(events, 'event'),
  ];
  return [
    `Imported ${name} in ${(durationMs / 1000).toFixed(1)} s: ${held.join(', ')}.`,
    `${count(weeks.count, 'week')}, ${dateWords(weeks.first)} to ${dateWords(addDays(weeks.last, 6))}.`,
    ...(imported.contributionsKnown
      ? ['What the two largest devices of each figure make is known: dominance is judged.']
      : []),
    ...notes,
    ...sayLeftOut(imported),
    'Next: npm run release',
    `Then: npm run ask -- region:"${imported.place}"`,
  ];
}

function sayLeftOut({ zeroRows, cutDays, noDays, noWeeks }: Imported): readonly string[] {
  return [
    ...(zeroRows > 0 ? [`Left out: ${count(zeroRows, 'row')} of 0 trips.`] : []),
    ...(cutDays > 0
      ? [
          `Left out: ${count(cutDays, 'day')} of weeks that are not complete at the beginning or end.`,
        ]
      : []),
    ...sayGaps('day', noDays),
    ...sayGaps('week', noWeeks),
  ];
}

function sayGaps(unit: string, dates: readonly IsoDate[]): readonly string[] {
  if (dates.length === 0) return [];
  const first = dates.slice(0, 3).map(dateWords).join(', ');
  return [
    `Without any row: ${count(dates.length, unit)} (${first}${dates.length > 3 ? ' …' : ''}). If data are missing there, say so in the events file: a holiday of kind fault.`,
  ];
}

/** The problems of a rejected import, one a line, as `file:line: reason`. */
export function sayProblems({ problems, total }: Problems): readonly string[] {
  const more = total - problems.length;
  return [
    ...problems.map(sayProblem),
    ...(more > 0 ? [`… and ${grouped.format(more)} more.`] : []),
    `Nothing was imported: ${count(total, 'problem')}. Mend the files and run the import again.`,
  ];
}
