import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import {
  flatVocabulary,
  namesakeVocabulary,
  tubeVocabulary,
  ukVocabulary,
  usVocabulary,
} from '#test/support/vocabulary.ts';
import { examplesIn, readingOf } from './outcomes.ts';

const markup = /[<>*_~`|@#&]/;

/** Checks what must hold of any text: an ask, or a refusal that is plain, short and helpful. */
function expectOutcome(text: string, vocabulary: Vocabulary): void {
  const parsed = parseAsk(text, vocabulary);
  const words =
    parsed.kind === 'read' ? parsed.reading.notes : [parsed.refusal.message, parsed.refusal.next];
  for (const sentence of words) {
    expect(sentence).not.toMatch(markup);
    expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(sentence.length).toBeLessThan(700);
  }
  if (parsed.kind === 'read') return;
  expect(parsed.refusal.message).toMatch(/\.$/);
  expect(examplesIn(parsed.refusal)).toHaveLength(1);
  for (const example of examplesIn(parsed.refusal)) readingOf(example, vocabulary);
}

const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes));
const words = `region:|origin:|destination:|since:|until:|between:|mode:|by:|vs:|show:|measure:|detail:|colour:|region|in|into|out of|since|until|from|to|
by|and|or|before|after|the|all|every|each|than|vs|compared with|between|+|&amp;|&lt;|regions|by region|by day|by mode|daily|table|map|usual|last-year|
last year|a year ago|last 8 weeks|week of|w/c|2022-W04|Q1 2022|January|March 2022|4 weeks|+4w|-10d|this week|today|method|worked out|train|tube|walking|
England|Wales|Leeds|Ynys Môn|West Midlands|Richmond|London,Leeds|London+Leeds|lift-date+4w|
London|Lodnon|Newcastle|West|CA|Paris|UK|E12000007|Bournemouth, Christchurch and Poole|Kensington|Inner|
lift-date|emergency|lift|christmas|plan-b|2022-01-19|31/02/2022|19 January|19/01/22|13/25/2022|last week|2022|
rail|tram|active|help|status|events|trend|compare|flows|flow|digest|watch|not|between|"|“|<!channel>|<@U123>|:train:|\u202e|🚆|,`;
const pieces = fc.constantFrom('`', ...words.split('|').map((word) => word.trim()));
const sentences = fc
  .array(pieces, { maxLength: 14 })
  .chain((words) => fc.constantFrom(' ', ' ', '', ',').map((gap) => words.join(gap)));

test.each([
  ['British', ukVocabulary],
  ['American', usVocabulary],
  ['with namesakes', namesakeVocabulary],
  ['with a Tube', tubeVocabulary],
  ['without levels', flatVocabulary],
])('any text ends in an ask or a refusal with an example that works (%s)', (_, vocabulary) => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    units,
    sentences,
    sentences,
    fc.mixedCase(sentences),
  );
  fc.assert(
    fc.property(anything, (text) => expectOutcome(text, vocabulary)),
    { numRuns: 3000 },
  );
});

test.each([
  ['controls', '\u0000\u0007\u001b[31mregion\u0008:London'],
  ['a channel', '<!channel> <@U123> <#C1|general>'],
  ['SQL', "'; DROP TABLE leaf_weekly; --"],
  ['backticks', '```region:London``` `rm -rf`'],
  ['noise', 'x'.repeat(10_000)],
  ['words', 'lorem ipsum '.repeat(900)],
  ['near the limit', 'Abc Defgh '.repeat(50)],
  ['spaces', ' '.repeat(10_000)],
  ['emoji', '🚆🚌👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['right to left', '\u202eregion:\u2067London\u2069'],
  ['lone halves', '\ud83d region:\udc00London \ud800'],
  ['marks', `Z${'\u0351'.repeat(300)}`],
  ['quotes', '"""“”"""«»:::"'],
  ['keys', 'region:'.repeat(60)],
  ['pluses', 'London+'.repeat(60)],
  ['lists', 'region:London,Leeds,'.repeat(20)],
  ['escapes', '&amp;lt;&lt;!channel&gt;'.repeat(15)],
  ['periods', 'week of 2022-W04 to '.repeat(20)],
  ['expansion', '\ufdfa'.repeat(490)],
  ['a link', 'https://example.com/?q=<script>alert(1)</script>'],
])('hostile text is harmless: %s', (_, text) => {
  expectOutcome(text, ukVocabulary);
});
