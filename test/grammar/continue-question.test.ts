import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Area } from '#src/area.ts';
import type { Ask, DataAsk } from '#src/grammar/ask.ts';
import { continueQuestion } from '#src/grammar/continue-question.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { someAsks } from '#test/support/some-asks.ts';
import { readingOf } from './outcomes.ts';
import {
  flatVocabulary,
  namesakeVocabulary,
  tubeVocabulary,
  ukVocabulary,
  usVocabulary,
} from '#test/support/vocabulary.ts';

/** What a question becomes, as the program writes it; a refusal in words. */
function continued(before: string, words: string, vocabulary = ukVocabulary): string {
  const parsed = continueQuestion(before, words, vocabulary);
  return parsed.kind === 'read'
    ? usage(parsed.reading.ask, vocabulary)
    : `${parsed.refusal.message} ${parsed.refusal.next}`;
}

const london = 'region:London since:lift-date';

test.each([
  ['by mode of transport', 'and by rail?', `${london} mode:rail`],
  ['by transport, as typed', 'mode:bus', `${london} mode:bus`],
  ['by several', 'by car or bus', `${london} mode:car,bus`],
  ['elsewhere', 'what about Wales?', 'region:Wales since:lift-date'],
  ['elsewhere, the same', 'Same for Wales', 'region:Wales since:lift-date'],
  [
    'elsewhere, in several',
    'and the North East and Wales?',
    'region:"North East",Wales since:lift-date',
  ],
  ['elsewhere, misspelt', 'and Birmngham?', 'region:Birmingham since:lift-date'],
  ['since another event', 'since plan-b', 'region:London since:plan-b'],
  ['until a date', 'until May 2022', `${london} until:2022-05-31`],
  ['in a period', 'in March 2022', 'region:London since:2022-03-01 until:2022-03-31'],
  ['told apart', 'now by day', `${london} by:day`],
  ['against a year before', 'compared with last year', `${london} vs:last-year`],
  ['beside another place', 'vs Leeds', 'region:London,Leeds since:lift-date'],
  ['compared', 'compare with Leeds', 'region:London,Leeds since:lift-date'],
  ['with one more place', 'add Wales', 'region:London,Wales since:lift-date'],
  ['cut', 'by district', 'region:London by:district since:lift-date'],
  ['as a table', 'as a table please', `${london} show:table`],
  ['from somewhere', 'from Leeds', 'origin:Leeds destination:London since:lift-date'],
  ['worked out', 'how was this worked out?', `method ${london}`],
  ['all of it', 'region:Wales since:2021-07-19 by:day', 'region:Wales since:2021-07-19 by:day'],
  ['by nothing of the data', 'help', 'help'],
])('a question goes on %s', (_, words, expected) => {
  expect(continued(london, words)).toBe(expected);
});

test.each([
  ['origin:Leeds', 'and York?', 'origin:York'],
  ['origin:Leeds', 'to London', 'origin:Leeds destination:London'],
  ['origin:Leeds destination:London', 'and York?', 'origin:Leeds destination:York'],
  ['region:London mode:rail', 'and all transport', 'region:London'],
  ['region:London mode:rail', 'add bus', 'region:London mode:rail,bus'],
  ['region:London,Wales', 'and Scotland?', 'region:Scotland'],
  ['region:London,Wales', 'add Scotland', 'region:London,Wales,Scotland'],
  ['region:England by:region', 'and Wales?', 'region:Wales'],
  ['flows destination:London', 'and Leeds?', 'flows destination:Leeds'],
  ['flows destination:London by:country', 'and Leeds?', 'flows destination:Leeds by:country'],
  ['method region:London', 'and by bus', 'region:London mode:bus'],
  ['region:London show:table', 'for Wales', 'region:Wales show:table'],
  ['help', 'London', 'region:London'],
  ['not a question', 'London', 'region:London'],
])('%s, then "%s", is %s', (before, words, expected) => {
  expect(continued(before, words)).toBe(expected);
});

test.each([
  ['nothing', '', 'You have not asked anything yet. Try: region:London since:lift-date'],
  ['fillers', 'and?', 'We did not understand ‘and’. Try: region:London since:lift-date'],
  ['thanks', 'thanks!', 'We did not understand ‘thanks’. Try: region:London since:lift-date'],
  [
    'words of no sense',
    'Narnia',
    'We did not understand ‘Narnia’. Try: region:London since:lift-date',
  ],
  ['a place that is like others', 'and Harlow?', 'We did not understand'],
  [
    'what the question before cannot have',
    'by day by rail',
    'Figures of days are for all transport only',
  ],
  ['a key that is none', 'regin:Leeds', 'There is no key called ‘regin’.'],
  [
    'a type of transport that is none',
    'mode:balloon',
    'We know no kind of transport called ‘balloon’.',
  ],
  ['a period before the data', 'since 1999-01-01', '1 January 1999 is outside the data'],
])('%s is refused with what to try', (_, words, expected) => {
  expect(continued(london, words)).toContain(expected);
});

test('what was guessed or ignored is reported', () => {
  const notesOf = (words: string) => {
    const parsed = continueQuestion(london, words, ukVocabulary);
    return parsed.kind === 'read' ? parsed.reading.notes : [];
  };
  expect(notesOf('and Birmngham?')).toEqual(['I read ‘Birmngham’ as Birmingham.']);
  expect(notesOf('by bus blah')).toEqual(['I ignored ‘blah’.']);
});

const vocabularies: readonly (readonly [string, Vocabulary])[] = [
  ['uk', ukVocabulary],
  ['us', usVocabulary],
  ['namesakes', namesakeVocabulary],
  ['tube', tubeVocabulary],
  ['flat', flatVocabulary],
];

/** Questions as they are read: the last week, said by its days, is no period. */
const dataAsks = (vocabulary: Vocabulary): fc.Arbitrary<DataAsk> =>
  someAsks(vocabulary)
    .map((ask) => readingOf(usage(ask, vocabulary), vocabulary).ask)
    .filter(isOfData);

const isOfData = (ask: Ask): ask is DataAsk =>
  ask.command === 'trend' || ask.command === 'compare' || ask.command === 'flows';

const placesIn = (ask: DataAsk): readonly Area[] => {
  switch (ask.command) {
    case 'trend':
      return [...ask.origins, ...ask.destinations];
    case 'compare':
      return ask.places;
    case 'flows':
      return [...(ask.place === undefined ? [] : [ask.place]), ...ask.parts];
    default:
      return ask satisfies never;
  }
};

/** What each change must leave as it was, and what it must set. */
test.each(vocabularies)(
  'one thing is changed and all else stays, or it is refused (%s)',
  (_, vocabulary) => {
    const modes = vocabulary.modes.length < 2 ? [] : vocabulary.modes;
    const changes = fc.constantFrom(
      ...modes.map(({ value }) => ({ words: `mode:"${value}"`, modes: [value], show: undefined })),
      { words: 'show:table', modes: undefined, show: 'table' },
    );
    let read = 0;
    fc.assert(
      fc.property(dataAsks(vocabulary), changes, (ask, change) => {
        const before = usage(ask, vocabulary);
        const parsed = continueQuestion(before, change.words, vocabulary);
        if (parsed.kind === 'refused') return;
        read += 1;
        const after = parsed.reading.ask;
        if (after.command !== ask.command) throw new Error(`${before} became ${after.command}`);
        const values = (each: DataAsk) => each.modes.map(({ value }) => value);
        expect(placesIn(after)).toEqual(placesIn(ask));
        expect(values(after)).toEqual(change.modes ?? values(ask));
        expect(after.show).toBe(change.show ?? ask.show);
        expect({ since: after.since, until: after.until }).toEqual({
          since: ask.since,
          until: ask.until,
        });
      }),
      { numRuns: 400 },
    );
    expect(read).toBeGreaterThan(100);
  },
);

test.each(vocabularies)('saying a question again changes nothing (%s)', (_, vocabulary) => {
  fc.assert(
    fc.property(dataAsks(vocabulary), (ask) => {
      const text = usage(ask, vocabulary);
      const parsed = continueQuestion(text, text, vocabulary);
      expect(parsed.kind === 'read' && usage(parsed.reading.ask, vocabulary)).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('any words end in a question that can be typed, or in a refusal', () => {
  const word = fc.constantFrom(
    ...'and,what about,same for,now,add,vs,compare,by,rail,bus,Wales,Leeds,London,since,until,lift-date,2022,March,week,day,from,to,between,flows,method,table,&amp;,<@U1>,?,:,mode:,region:,"'.split(
      ',',
    ),
  );
  const anything = fc.oneof(
    fc.array(word, { maxLength: 9 }).map((all) => all.join(' ')),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ minLength: 501, maxLength: 700 }),
  );
  fc.assert(
    fc.property(someAsks(ukVocabulary), anything, (ask, words) => {
      const parsed = continueQuestion(usage(ask, ukVocabulary), words, ukVocabulary);
      if (parsed.kind === 'refused') {
        expect(parsed.refusal.message).toMatch(/^.*[.]$/su);
        return;
      }
      const text = usage(parsed.reading.ask, ukVocabulary);
      expect(parseAsk(text, ukVocabulary).kind).toBe('read');
    }),
    { numRuns: 1500 },
  );
});
