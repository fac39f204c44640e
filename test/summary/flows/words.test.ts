import { describe, expect, test } from 'vitest';
import { findFlows } from '#src/statistics/flows/find-flows.ts';
import { altFlows } from '#src/summary/flows/alt-flows.ts';
import { barWords } from '#src/summary/flows/bar-words.ts';
import { footerFlows, subtitleFlows } from '#src/summary/flows/chart-text-flows.ts';
import { sayFlows } from '#src/summary/flows/say-flows.ts';
import { tableFlows } from '#src/summary/flows/table-flows.ts';
import { titleFlows } from '#src/summary/flows/title-flows.ts';
import { countWords } from '#src/summary/sentence.ts';
import { flowsCases, flowsNamed } from '#test/support/flows-cases.ts';
import { testWords } from '#test/support/test-words.ts';

describe.each(Object.entries(flowsCases))('%s', (_name, input) => {
  const finding = findFlows(input);
  const sentences = sayFlows(finding).map(({ text }) => text);

  const { caption, columns, rows } = tableFlows(finding);

  testWords({
    finding,
    sentences: sayFlows(finding),
    chart: [
      titleFlows(finding),
      subtitleFlows(finding),
      ...footerFlows(finding),
      ...(finding.shape === 'ranked'
        ? barWords(finding).flatMap(({ name, trips }) => [name, trips])
        : []),
      altFlows(finding),
    ],
    recorded: [
      titleFlows(finding).text,
      ...sentences,
      altFlows(finding).text,
      caption,
      ...[columns, ...rows].map((row) => row.join(' | ')),
    ],
    start: /^[\p{Lu}\d]/u,
  });

  test('the title is short but for its names', () => {
    const { text, facts } = titleFlows(finding);
    const names = facts.filter(({ from }) => from.endsWith('/spoken'));
    const excess = names.map(({ shown }) => Math.max(0, countWords(shown) - 3));
    const allowed = 15 + excess.reduce((sum, words) => sum + words, 0);
    expect(countWords(text), text).toBeLessThanOrEqual(allowed);
  });

  test('only what is clear of all others is called the largest', () => {
    const { lead } = finding;
    const said = [titleFlows(finding).text, sentences.join(' ')];
    for (const text of said) {
      const isTie = /about equal|too close to rank/u.test(text);
      expect(isTie, text).toBe(lead !== undefined && lead.kind !== 'clear');
      if (isTie) expect(text).not.toMatch(/largest (known )?([a-z ]+ )?flow /iu);
    }
  });

  test('"at least" is said where trips of a place may be counted elsewhere, and only there', () => {
    const first = finding.shape === 'matrix' ? undefined : finding.partly;
    const isPart = finding.atLeast || first !== undefined;
    if (!isPart) expect(sentences.join(' ')).not.toMatch(/at least/u);
    if (!isPart && finding.lead?.isKnownOnly !== true)
      expect(sentences.join(' ')).not.toMatch(/known/u);
    if (isPart && /largest/u.test(sentences.join(' ')))
      expect(sentences.join(' ')).toMatch(/at least/u);
  });
});

test('a rest is always named', () => {
  const names = ['into a district by region', 'into a district by district', 'into a region'];
  for (const name of names) {
    const finding = flowsNamed(name);
    expect(
      sayFlows(finding).some(({ text }) => /started elsewhere/u.test(text)),
      name,
    ).toBe(true);
    expect(tableFlows(finding).rows.some(([first]) => first?.startsWith('Elsewhere'))).toBe(true);
  }
  const out = sayFlows(flowsNamed('out of a district by district'));
  expect(out.map(({ text }) => text).join(' ')).toMatch(
    /may be counted as elsewhere in High Moor/u,
  );
});

test('what is withheld is never called nothing', () => {
  const finding = flowsNamed('too small to say');
  expect(sayFlows(finding)[0]?.text).toMatch(/^We cannot show trips by rail and Tube/u);
  expect(sayFlows(flowsNamed('no trips at all'))[0]?.text).toMatch(/^There were no trips/u);
});

test('a table starts with all trips and those within the place, which are no flow', () => {
  const { rows } = tableFlows(flowsNamed('into a district by district'));
  expect(rows.slice(0, 2).map(([name]) => name)).toEqual([
    'All',
    'Within Bournemouth, Christchurch and Poole',
  ]);
});

const saidOf = (name: string): string =>
  sayFlows(flowsNamed(name))
    .map(({ text }) => text)
    .join(' ');

test.each([
  [
    'two alike into a region',
    /were from South Arden \(around 130,000\) and the Isle Coast \(128,000\), about equal\./u,
  ],
  ['three close into a region', /and High Moor \(11,000\), too close to rank\./u],
  [
    'two after one into a region',
    /The largest flow from outside was from Cedarham, around 150,000\./u,
  ],
  [
    'the third like the fourth, out of a district',
    /were to Alderton \(around 90,000\) and Birchwick \(70,000\)\./u,
  ],
  ['one that hardly shows', /The largest known flow from outside was from South Arden/u],
  [
    'two regions that exchange alike',
    /about equal\. They were from South Arden .* and from North Arden to South Arden \(128,000\)\./u,
  ],
  [
    'between regions, one in a holiday',
    /In the Isle Coast, that week is not ordinary \(Christmas\)/u,
  ],
  [
    'between regions, two in a holiday',
    /In North Arden and the Isle Coast, 1 of the weeks is not ordinary/u,
  ],
  ['between regions, three in a holiday', /In some of these places, that week is not ordinary/u],
  ['between districts', /to these districts started in one of them, but we do not know which\./u],
  ['between districts in a holiday', /may have started in one of them or not\./u],
  ['only elsewhere between', /larger areas\. Around 90,000 trips to these places may have/u],
  ['only trips within it', /2022, nearly all also started there\./u],
])('of flows %s is said %s', (name, words) => {
  expect(saidOf(name)).toMatch(words);
});

test.each([
  [
    'into a region',
    /2022, each flow almost always within 2,400 or less of the true number, but for trips counted elsewhere$/u,
  ],
  [
    'two after one into a region',
    /2022, each flow within 800 of the true number, but for trips counted elsewhere$/u,
  ],
  [
    'regions that exchange alike over weeks',
    /2022, each flow between two places almost always within 2,400 of the true number, but/u,
  ],
  ['into the whole country', /2022$/u],
  ['too small to say', /2022$/u],
  ['no trips at all', /2022$/u],
])('the table of flows %s says how far its numbers may be off: %s', (name, words) => {
  expect(tableFlows(flowsNamed(name)).caption).toMatch(words);
});
