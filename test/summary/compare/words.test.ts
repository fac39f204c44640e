import { describe, expect, test } from 'vitest';
import type { CompareFinding } from '#src/compare-finding.ts';
import { findCompare } from '#src/statistics/compare/find-compare.ts';
import { altCompare } from '#src/summary/compare/alt-compare.ts';
import {
  footerCompare,
  markWords,
  rowNotes,
  subtitleCompare,
} from '#src/summary/compare/chart-text-compare.ts';
import { sayCompare } from '#src/summary/compare/say-compare.ts';
import { tableCompare } from '#src/summary/compare/table-compare.ts';
import { titleCompare } from '#src/summary/compare/title-compare.ts';
import { countWords } from '#src/summary/sentence.ts';
import { caseNamed } from '#test/support/case-named.ts';
import { compareCases } from '#test/support/compare-cases.ts';
import { testWords } from '#test/support/test-words.ts';

const named = (name: string): CompareFinding => findCompare(caseNamed(compareCases, name));
const textOf = (finding: CompareFinding): string =>
  sayCompare(finding)
    .map(({ text }) => text)
    .join(' ');

describe.each(Object.entries(compareCases))('%s', (_name, input) => {
  const finding = findCompare(input);
  const sentences = sayCompare(finding).map(({ text }) => text);

  testWords({
    finding,
    sentences: sayCompare(finding),
    chart: [
      titleCompare(finding),
      subtitleCompare(finding),
      ...footerCompare(finding, true),
      altCompare(finding),
    ],
    recorded: [titleCompare(finding).text, ...sentences],
  });

  test('has this table', () => {
    const { caption, columns, rows } = tableCompare(finding);
    expect(
      [caption, ...[columns, ...rows].map((row) => row.join(' | '))].join('\n'),
    ).toMatchSnapshot();
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  test('the title has at most 15 words', () => {
    expect(countWords(titleCompare(finding).text)).toBeLessThanOrEqual(15);
  });

  test('every row without a figure is named with why, or none has one for one reason', () => {
    const without = finding.items.filter(({ change }) => change.kind !== 'measured');
    const text = sentences.join(' ').toLowerCase();
    if (without.length === finding.items.length && text.includes('any of these')) return;
    for (const { spoken } of without) expect(text).toContain(spoken.toLowerCase());
  });

  test('rose and fell are said only where a range leaves out no change', () => {
    const { counts } = finding;
    const lead = `${titleCompare(finding).text} ${sentences[0]}`;
    if (counts.rose === 0) expect(lead).not.toMatch(/\brose\b/u);
    if (counts.fell === 0) expect(lead).not.toMatch(/\bfell\b/u);
    for (const { change } of finding.items) {
      if (change.kind !== 'measured') continue;
      const { verdict, percent, range } = change;
      if (verdict === 'rose') expect(Math.min(percent.value, range?.low ?? 0)).toBeGreaterThan(0);
      if (verdict === 'fell') expect(Math.max(percent.value, range?.high ?? 0)).toBeLessThan(0);
    }
  });

  test('a difference is claimed only where ranges lie apart', () => {
    const apart = finding.items.some(({ above }) => above.length > 0);
    if (!apart)
      expect(sentences.join(' ')).not.toMatch(
        /by more|changes differ\.(?<!cannot say that the two changes differ\.)(?<!to say that the two changes differ\.)|is the largest\.(?<!cannot say that its \w{4,10} is the largest\.)/u,
      );
  });
});

test('the cases reach every kind of change and every verdict', () => {
  const items = Object.values(compareCases).flatMap((input) => findCompare(input).items);
  const kinds = items.map(({ change }) => change.kind);
  expect(new Set(kinds)).toEqual(
    new Set([
      'measured',
      'tooSmall',
      'tooSoon',
      'tooFewBefore',
      'cutShort',
      'noTrips',
      'noEvent',
      'notOrdinary',
      'partlyKnown',
    ]),
  );
  const verdicts = items.flatMap(({ change }) =>
    change.kind === 'measured' ? [change.verdict] : [],
  );
  expect(new Set(verdicts)).toEqual(new Set(['rose', 'fell', 'unsure', 'similar']));
});

test('of two whose ranges do not meet, the one that rose by more is named; where they meet, none is', () => {
  expect(textOf(named('two that rose, one by more'))).toContain(
    'The likely ranges do not overlap, so trips rose by more in London.',
  );
  expect(textOf(named('two that fell, one by more'))).toContain('so trips fell by more in London.');
  expect(textOf(named('two that rose, with ranges that meet'))).toContain(
    'The likely ranges overlap, so we cannot say that trips rose more in one than in the other.',
  );
});

test('each date is told where dates differ, and once where they do not', () => {
  const own = textOf(named('two with dates of their own'));
  expect(own).toContain('For London, the date is 16 March 2022, when the home working rule ended.');
  expect(own).toContain(
    'For Wales, the date is 25 March 2022, when the law to work from home ended.',
  );
  expect(own).toContain('change in guidance or law');
  const one = textOf(named('two that rose, one by more'));
  expect(one).toContain('On 16 March 2022, the home working rule ended.');
  expect(one).not.toContain('own date');
  expect(tableCompare(named('two that rose, one by more')).columns).not.toContain('Date');
  expect(tableCompare(named('two with dates of their own')).columns).toContain('Date');
});

test('where none is clear, the title and the first sentence say so of every place', () => {
  const finding = named('none is clear, some are similar');
  const none = 'o clear change in trips in any of 3 places';
  expect(titleCompare(finding).text).toContain(none);
  expect(sayCompare(finding)[0]?.text).toContain(
    'trips showed no clear change in any of 3 places and were similar in 2.',
  );
  const some = named('none is clear of those with a figure');
  expect(titleCompare(some).text).toContain('in any of the 3 places with a figure');
  expect(textOf(some)).toContain('showed no clear change in any of the 3 places with a figure.');
});

test('of two, that a change is not clear comes before its size', () => {
  const one = sayCompare(named('one similar and one not clear'))[0]?.text;
  expect(one).toContain(
    'trips showed no clear change in Wales (around 6% higher) and were similar',
  );
  for (const name of ['two not clear', 'two not clear, one up and one down']) {
    const [lead = ''] = sayCompare(named(name)).map(({ text }) => text);
    expect(lead.indexOf('no clear change')).toBeLessThan(lead.indexOf('around'));
  }
});

test('what we cannot be sure of is one sentence', () => {
  const text = textOf(named('two not clear, one up and one down'));
  expect(text).toContain('So we cannot be sure that trips rose in London or fell in Wales.');
  expect(text.match(/cannot be sure/gu)).toHaveLength(1);
});

test('which change was larger is left open only where one is not similar', () => {
  for (const name of ['two similar', 'all similar'])
    expect(textOf(named(name))).not.toContain('overlap');
  expect(titleCompare(named('all similar')).text).toContain('similar in all 3 places');
  expect(textOf(named('none is clear'))).toContain('Where likely ranges overlap');
});

test('of many places, how many may look clear by chance', () => {
  expect(textOf(named('the leader is clear of many'))).toContain(
    'With 12 places, about 1 may look clear by chance.',
  );
  expect(textOf(named('all verdicts'))).not.toContain('by chance');
});

test('without a clear change no cause of a rise or fall is spoken of', () => {
  const open = 'what difference, if any, the change in guidance made.';
  expect(textOf(named('none is clear'))).toContain(open);
  expect(textOf(named('two similar'))).toContain(open);
  expect(textOf(named('short histories'))).toContain('what made the difference, if there is one.');
  expect(textOf(named('all verdicts'))).toContain('caused any rise or fall.');
});

test('what happened in some of the places is said of those', () => {
  const text = textOf(named('one of two has the event'));
  expect(text).toContain('On 16 March 2022 in London, the home working rule ended.');
  expect(text).not.toContain('guidance');
  expect(textOf(named('one figure of two'))).toContain('On 16 March 2022 in London, ');
});

test('the last week is named by its day, and the footer says what a likely range is', () => {
  const finding = named('the last week, two');
  expect(tableCompare(finding).columns).toContain('Week to 18 December 2022');
  expect(markWords(finding).after.text).toBe('Week to 18 December 2022');
  const footer = (name: string) =>
    footerCompare(named(name), false)
      .map(({ text }) => text)
      .join(' ');
  expect(footer('the last week, two')).toContain(
    'The likely range (95%) comes from earlier changes.',
  );
  expect(footer('short histories')).not.toContain('95%');
});

test('only what is withheld is [c] in the table, and told apart from what does not apply', () => {
  const { rows } = tableCompare(named('every reason'));
  const marks = new Map(rows.map(([name, ...cells]) => [name, cells]));
  expect(marks.get('Wales')).toContain('[z]');
  expect(marks.get('Fife')).toContain('[x]');
  const rowOf = (of: string, place: string) =>
    tableCompare(named(of)).rows.find(([name]) => name === place);
  const [c, x] = ['[c]', '[x]'];
  const [withheld, small] = ['too small to say', 'too small to tell a change'];
  expect(rowOf('withheld in some', 'Rutland')).toEqual(['Rutland', c, c, c, c, withheld]);
  expect(rowOf('withheld in some', 'Fife')).toEqual(['Fife', x, x, x, x, small]);
  const last = 'the last week, withheld in one';
  expect(rowOf(last, 'Rutland')).toEqual(['Rutland', c, c, c, c, withheld]);
  expect(rowOf(last, 'Wales')).toEqual(['Wales', x, c, x, x, withheld]);
  expect(rowOf(last, 'Fife')).toEqual(['Fife', x, '3,030', x, x, small]);
  expect(rowNotes(named('withheld in some'))).toEqual([undefined, `[c] ${withheld}`, small]);
});
