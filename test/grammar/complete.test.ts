import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { complete, type Completion } from '#src/grammar/complete.ts';
import { commands, keys } from '#src/grammar/keys.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { goldenNames } from '#test/asks/golden-ask.ts';
import {
  flatVocabulary,
  namesakeVocabulary,
  ukVocabulary,
  usVocabulary,
} from '#test/support/vocabulary.ts';
import { everyNth, isThorough } from '#test/support/thorough.ts';

/** The text before the mark `|`, and where the mark stands: at the end if there is none. */
function typed(marked: string): { readonly text: string; readonly caret: number } {
  const at = marked.indexOf('|');
  return at < 0
    ? { text: marked, caret: marked.length }
    : { text: marked.replace('|', ''), caret: at };
}

function completionsOf(marked: string, vocabulary = ukVocabulary): readonly Completion[] {
  const { text, caret } = typed(marked);
  return complete(text, caret, vocabulary);
}

const insertsOf = (marked: string, vocabulary?: Vocabulary) =>
  completionsOf(marked, vocabulary).map(({ insert }) => insert);

/** The text once a completion is accepted. */
const accepted = (text: string, { from, to, insert }: Completion) =>
  `${text.slice(0, from)}${insert}${text.slice(to)}`;

/** The text once the first completion is accepted. */
function firstAccepted(marked: string, vocabulary?: Vocabulary): string | undefined {
  const [first] = completionsOf(marked, vocabulary);
  return first && accepted(typed(marked).text, first);
}

test('an empty text is completed with the commands', () => {
  expect(insertsOf('').slice(0, commands.length)).toEqual([
    'trend ',
    'compare ',
    'flows',
    'method',
    'events',
    'status',
    'help',
  ]);
});

test.each([
  ['a command', 'com', 'compare '],
  ['a command by another word for it', 'calc', 'method'],
  ['a key', 'reg', 'region:'],
  ['a key after a value', 'region:London si', 'region:London since:'],
  ['a key in a question of its own words', 'trips in Leeds unt', 'trips in Leeds until:'],
  ['a misspelt command', 'comprae', 'compare '],
  ['a misspelt key', 'regoin', 'region:'],
  ['a place', 'region:lee', 'region:Leeds'],
  ['a place that needs quotation marks', 'region:mid d', 'region:"Mid Devon"'],
  ['a place in quotation marks', 'region:"mid d', 'region:"Mid Devon"'],
  ['a place by an alias', 'region:llun', 'region:London'],
  ['a place without its accents', 'region:ynys mo', 'region:"Isle of Anglesey"'],
  ['a place by a later word', 'region:fulh', 'region:"Hammersmith and Fulham"'],
  [
    'a place with a comma in its name',
    'region:Bournemouth, Chr',
    'region:"Bournemouth, Christchurch and Poole"',
  ],
  ['a misspelt place', 'region:lodn', 'region:London'],
  ['the last of a list', 'region:London,Lee', 'region:London,Leeds'],
  ['the last of a sum', 'region:London+card', 'region:London+Cardiff'],
  ['a place among words', 'trips in Lee', 'trips in Leeds'],
  [
    'the last of a list in words',
    'compare Leeds, York and Card',
    'compare Leeds, York and Cardiff',
  ],
  [
    'a place whose name goes on as the words do',
    'compare Leeds, York and Chel',
    'compare Leeds, York and "Kensington and Chelsea"',
  ],
  ['every place of a level', 'region:regi', 'region:regions'],
  ['an event', 'region:London since:li', 'region:London since:lift-date'],
  ['an event by what happened', 'region:London since:most', 'region:London since:plan-b-end'],
  ['an event among words', 'trips in Leeds since fr', 'trips in Leeds since freedom-day'],
  ['a grain', 'region:London by:dai', 'region:London by:day'],
  ['a level', 'region:Wales by:dis', 'region:Wales by:district'],
  ['a kind of transport by another word', 'region:London mode:tra', 'region:London mode:rail'],
  ['a kind of transport among words', 'trips in Leeds by tra', 'trips in Leeds by rail'],
  ['one more kind of transport', 'region:London mode:rail,b', 'region:London mode:rail,bus'],
  ['what weeks are held against', 'region:London vs:la', 'region:London vs:last-year'],
  ['how it is shown', 'region:London show:ta', 'region:London show:table'],
  ['what is counted', 'region:London measure:jour', 'region:London measure:trips'],
  ['the first of a comparison, with its comma', 'compare region:lee', 'compare region:Leeds,'],
  [
    'the first of two dates, with its comma',
    'region:Leeds between:li',
    'region:Leeds between:lift-date,',
  ],
  [
    'what stands around the caret',
    'region:Lon|dn since:lift-date',
    'region:London since:lift-date',
  ],
  ['a key that has its colon', 'reg|oin:London', 'region:London'],
])('%s is completed: %s', (_, marked, expected) => {
  expect(firstAccepted(marked)).toBe(expected);
});

test.each([
  ['a key twice', 'region:London since:lift-date ', ['since:', 'region:']],
  ['a key that the question cannot take', 'region:London by:day ', ['mode:', 'vs:', 'origin:']],
  ['what a list of events cannot take', 'events ', ['since:', 'until:', 'by:', 'mode:', 'show:']],
  ['an event that the place does not have', 'region:Wales since:', ['plan-b', 'freedom-day']],
  ['a place that is there', 'region:London,', ['London']],
  ['a word that only begins so', 'events region:York ', ['"Yorkshire and The Humber"']],
  ['a second period', 'region:London between:2022-01-19,2022-03-01 ', ['between:']],
])('%s is not offered after %s', (_, text, never) => {
  const inserts = insertsOf(text);
  expect(inserts.length).toBeGreaterThan(0);
  expect(inserts.filter((insert) => never.includes(insert))).toEqual([]);
});

test.each([
  ['help '],
  ['status re'],
  ['region:London'],
  ['region:London by:day mode:'],
  ['since:lift-date+'],
  ['colour:re'],
  ['region:London since:lockdown-2'],
  ['region:London desti'],
  ['trips in Mid Devon'],
  ['trips to South East'],
  ['rail South East'],
])('nothing is offered where nothing more can stand: %s', (text) => {
  expect(
    completionsOf(text)
      .map(({ label }) => label)
      .filter((label) => label !== 'City of London'),
  ).toEqual([]);
});

test('keys that matter come before those that change nothing', () => {
  expect(insertsOf('region:London ')).toEqual([
    'since:',
    'until:',
    'between:',
    'by:',
    'mode:',
    'vs:',
    'show:',
    'origin:',
  ]);
  expect(insertsOf('events ')[0]).toBe('region:');
  expect(insertsOf('flows ').slice(0, 2)).toEqual(['origin:', 'destination:']);
  expect(insertsOf('region:London by:day ').at(0)).toBe('since:');
});

test('a hint says which place it is, where a date holds, and what a key may take', () => {
  const hintOf = (text: string, label: string) =>
    completionsOf(text).find((one) => one.label === label)?.hint;
  expect(hintOf('region:lee', 'Leeds')).toBe('district, Yorkshire and The Humber');
  expect(hintOf('region:llun', 'London')).toBe('Llundain, region, England');
  expect(hintOf('region:Cardiff since:', 'lift-date')).toBe('Wales 28 January 2022');
  expect(hintOf('since:lift', 'lift-date')).toBe(
    'England 19 January 2022, Wales 28 January 2022, Scotland 31 January 2022, Northern Ireland 6 June 2022',
  );
  expect(hintOf('region:Leeds ', 'since:')).toBe('such as lift-date');
  expect(hintOf('region:Leeds until:', '2022-10-30')).toBe('the last day of the data');
});

test('of a name of several words among others, the last is not taken for a name of its own', () => {
  expect(insertsOf('rail City of L')).toEqual(['"City of London"']);
});

test('another vocabulary is completed with its own words', () => {
  expect(insertsOf('region:new', usVocabulary)).toEqual(['"New Jersey"', '"New York"']);
  expect(insertsOf('region:California since:', usVocabulary)).toEqual(['emergency', '2020-01-06']);
  expect(insertsOf('region:DC', usVocabulary)).toEqual(['"District of Columbia"']);
  expect(insertsOf('region:Elm mode:', flatVocabulary)).toEqual(['bus', 'coach']);
  expect(insertsOf('region:ash', flatVocabulary)).toEqual(['"Ash, Elm and Oak"']);
  expect(insertsOf('region:leeds', namesakeVocabulary)).toEqual([
    '"Leeds (E08000035)"',
    '"Leeds (combined authority)"',
    '"Leeds (X1)"',
  ]);
});

const questions = goldenNames().map((name) =>
  readFileSync(join(import.meta.dirname, '../asks', name, 'question.txt'), 'utf8').trimEnd(),
);
const isRead = (text: string) => parseAsk(text, ukVocabulary).kind === 'read';

/** What becomes of a text once `chosen` is accepted, and then of each list the `next` one, until it can be asked. */
function acceptAll(text: string, chosen: Completion, next: (count: number) => number): string {
  let done = accepted(text, chosen);
  for (let step = 0; step < 12 && !isRead(done); step += 1) {
    const all = complete(done, done.length, ukVocabulary);
    const one = all[next(all.length)];
    if (one === undefined) return done;
    done = accepted(done, one);
  }
  return done;
}

const prefixesOf = (question: string) =>
  Array.from({ length: question.length + 1 }, (_, length) => question.slice(0, length));

test('typed letter by letter, no question is too much', () => {
  expect(questions.length).toBeGreaterThan(60);
  for (const text of everyNth(3, [...new Set(questions.flatMap(prefixesOf))])) {
    const all = complete(text, text.length, ukVocabulary);
    expect(all.length).toBeLessThanOrEqual(8);
    expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
    for (const { from, to } of all) expect([from <= to, to], text).toEqual([true, text.length]);
  }
}, 60_000);

test('wherever a question is left off, the first completions lead to one', () => {
  const prefixes = new Set(questions.filter(isRead).flatMap(prefixesOf));
  let offered = 0;
  for (const text of everyNth(2, [...prefixes])) {
    const [first] = complete(text, text.length, ukVocabulary);
    if (first === undefined) continue;
    offered += 1;
    const done = acceptAll(text, first, () => 0);
    expect(isRead(done), `${text} → ${done}`).toBe(true);
  }
  expect(offered).toBeGreaterThan(150);
}, 60_000);

test.each([
  ['British', ukVocabulary],
  ['American', usVocabulary],
])('whatever is chosen from the beginning on, a question comes of it (%s)', (_, vocabulary) => {
  fc.assert(
    fc.property(fc.array(fc.nat(7), { minLength: 24, maxLength: 24 }), (choices) => {
      let text = '';
      for (const choice of choices) {
        const all = complete(text, text.length, vocabulary);
        const one = all[choice % Math.max(1, all.length)];
        if (one !== undefined) text = accepted(text, one);
        if (text !== '' && parseAsk(text, vocabulary).kind === 'read') return;
      }
      expect(text).toBe('a question');
    }),
    { numRuns: isThorough ? 400 : 60 },
  );
});

test('any text with the caret anywhere is taken', () => {
  const pieces = fc.constantFrom(
    ...keys.map((key) => `${key}:`),
    'London',
    'in ',
    ' ',
    ',',
    '+',
    '"',
    '”',
    'lift',
    '🚆',
    'Ynys Môn',
    ':',
    '(',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 8 }),
      fc.integer({ min: -3, max: 60 }),
      (parts, caret) => {
        const text = parts.join('');
        for (const { from, to, insert, label } of complete(text, caret, ukVocabulary)) {
          expect(0 <= from && from <= to && to <= text.length).toBe(true);
          expect(insert === '' || label === '').toBe(false);
        }
      },
    ),
    { numRuns: 150 },
  );
});
