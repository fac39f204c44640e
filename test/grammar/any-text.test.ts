import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { ukVocabulary, usVocabulary } from '#test/support/vocabulary.ts';
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
const words = `region:|since:|until:|mode:|by:|vs:|colour:|region|in|since|until|from|to|by|and|before|the|all|
London|Lodnon|Newcastle|West|CA|Paris|UK|E12000007|Bournemouth, Christchurch and Poole|Kensington|Inner|
lift-date|emergency|lift|christmas|plan-b|2022-01-19|31/02/2022|19 January|19/01/22|13/25/2022|last week|2022|
rail|tram|active|help|status|events|trend|compare|not|between|"|“|<!channel>|<@U123>|:train:|\u202e|🚆|,`;
const pieces = fc.constantFrom('`', ...words.split('|').map((word) => word.trim()));
const sentences = fc
  .array(pieces, { maxLength: 14 })
  .chain((words) => fc.constantFrom(' ', ' ', '', ',').map((gap) => words.join(gap)));

test.each([
  ['British', ukVocabulary],
  ['American', usVocabulary],
])('any text ends in an ask or a refusal with an example that works (%s)', (_, vocabulary) => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    units,
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
  ['expansion', '\ufdfa'.repeat(490)],
  ['a link', 'https://example.com/?q=<script>alert(1)</script>'],
])('hostile text is harmless: %s', (_, text) => {
  expectOutcome(text, ukVocabulary);
});

/** A part of a question: how it is typed, and what must come of it. */
type Part = {
  readonly text: string;
  readonly slot: 'region' | 'since' | 'mode';
  readonly means: string | undefined;
};

const part = (
  slot: Part['slot'],
  leads: readonly string[],
  values: readonly (readonly [string, string | undefined])[],
) =>
  fc
    .tuple(fc.constantFrom(...leads), fc.constantFrom(...values))
    .map(([lead, [value, means]]): Part => ({ slot, text: lead + value, means }));

const places = part(
  'region',
  ['region:', 'in ', 'trips in ', 'trips to the ', 'trips within '],
  [
    ['London', 'E12000007'],
    ['Leeds', 'E08000035'],
    ['newcastle upon tyne', 'E08000021'],
    ['Bournemouth, Christchurch and Poole', 'E06000058'],
    ['Bimingham', 'E08000025'],
    ['Paris', undefined],
    ['Richmond', undefined],
    ['Lodnn', undefined],
    ['London, Leeds', undefined],
  ],
);
const dates = part(
  'since',
  ['since:', 'since ', 'since the ', 'after ', 'from '],
  [
    ['19 January 2022', '2022-01-19'],
    ['1/3/2022', '2022-03-01'],
    ['lift-date', '2022-01-19'],
    ['freedom day', '2021-07-19'],
    ['lift date', '2022-01-19'],
    ['christmas', undefined],
    ['30 February 2022', undefined],
    ['19/01/22', undefined],
    ['last month', undefined],
    ['2030-01-01', undefined],
    ['nonsense', undefined],
  ],
);
const modes = part(
  'mode',
  ['mode:', 'by ', 'using ', 'via '],
  [
    ['rail', 'rail'],
    ['Bus', 'bus'],
    ['walking and cycling', 'active'],
    ['rial', 'rail'],
    ['tram', undefined],
    ['hovercraft', undefined],
  ],
);

test('a place, a date and a mode are each in the ask, or the question is refused', () => {
  const whole = fc
    .tuple(places, dates, modes, fc.constantFrom(' ', ', ', ' please '))
    .chain(([place, date, mode, gap]) =>
      fc
        .shuffledSubarray([place, date, mode], { minLength: 3 })
        .map((parts) => ({ parts, text: parts.map(({ text }) => text).join(gap) })),
    );
  let read = 0;
  fc.assert(
    fc.property(whole, ({ parts, text }) => {
      const parsed = parseAsk(text, ukVocabulary);
      if (parsed.kind === 'refused') return;
      read += 1;
      const { ask } = parsed.reading;
      const got =
        ask.command === 'trend'
          ? { region: ask.region.code, since: ask.since?.date, mode: ask.mode?.value }
          : undefined;
      for (const { slot, means } of parts) expect(got?.[slot] ?? 'dropped', text).toBe(means);
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(200);
});

test('every such question with nothing wrong in it is read', () => {
  const good = (arbitrary: fc.Arbitrary<Part>) =>
    arbitrary.filter(({ means }) => means !== undefined);
  fc.assert(
    fc.property(fc.tuple(good(places), good(dates), good(modes)), (parts) => {
      readingOf(parts.map(({ text }) => text).join(' '), ukVocabulary);
    }),
  );
});
