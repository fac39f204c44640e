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
  ['worked out, asked otherwise', 'how did you work this out?', `method ${london}`],
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
  ['region:London by:district', 'and Wales?', 'region:Cardiff,Swansea,"Isle of Anglesey"'],
  ['region:England by:region', 'and by bus', 'region:England by:region mode:bus'],
  ['region:all', 'and Wales?', 'region:Wales'],
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

const three = 'region:London,Leeds,Wales since:lift-date';
const january = 'region:London since:2022-01-03 until:2022-01-30';

test.each([
  [london, 'compare with Leeds and York', 'region:London,Leeds,York since:lift-date'],
  [
    london,
    'how does it compare with Wales and Scotland?',
    'region:London,Wales,Scotland since:lift-date',
  ],
  [london, 'compare Leeds and York with that', 'region:London,Leeds,York since:lift-date'],
  [london, 'vs Leeds, York', 'region:London,Leeds,York since:lift-date'],
  [london, 'compare Leeds and York', 'region:Leeds,York since:lift-date'],
  [london, 'compare Leeds with York', 'region:Leeds,York since:lift-date'],
  [london, 'compare with Leeds since plan-b', 'region:London,Leeds since:plan-b'],
  [london, 'also Leeds', 'region:London,Leeds since:lift-date'],
  [london, 'and also for Leeds', 'region:London,Leeds since:lift-date'],
  [london, 'and Leeds too', 'region:London,Leeds since:lift-date'],
  [london, 'Leeds as well?', 'region:London,Leeds since:lift-date'],
  [london, 'Leeds too by bus', 'region:London,Leeds since:lift-date mode:bus'],
  [london, 'Leeds as well, since 2022-02-07', 'region:London,Leeds since:2022-02-07'],
  [london, 'with Leeds', 'region:London,Leeds since:lift-date'],
  [london, 'can you add Leeds, please', 'region:London,Leeds since:lift-date'],
  [london, 'could you also show Leeds', 'region:London,Leeds since:lift-date'],
  [london, 'include Leeds', 'region:London,Leeds since:lift-date'],
  [london, 'same with Leeds', 'region:Leeds since:lift-date'],
  [london, 'add Caerdydd', 'region:London,Cardiff since:lift-date'],
  [london, 'what about Ynys Môn?', 'region:"Isle of Anglesey" since:lift-date'],
  ['region:London mode:rail', 'bus as well', 'region:London mode:rail,bus'],
  ['region:London mode:rail', 'also by bus', 'region:London mode:rail,bus'],
  ['region:London mode:rail', 'and by bus', 'region:London mode:bus'],
  ['flows between:London,Wales', 'add Scotland', 'flows between:London,Wales,Scotland'],
])(
  'what is added in so many words comes to it: %s, then "%s", is %s',
  (before, words, expected) => {
    expect(continued(before, words)).toBe(expected);
  },
);

test.each([
  [
    'origin:Leeds since:lift-date mode:rail',
    'and add York',
    'origin:Leeds+York since:lift-date mode:rail',
  ],
  ['origin:Leeds', 'York too', 'origin:Leeds+York'],
  ['origin:Leeds', 'also from York', 'origin:Leeds+York'],
  ['origin:Leeds', 'and from York', 'origin:York'],
  ['origin:Leeds', 'also to York', 'origin:Leeds destination:York'],
])('a place added is named for the same: %s, then "%s", is %s', (before, words, expected) => {
  expect(continued(before, words)).toBe(expected);
});

test.each([
  [
    'region:London since:2022-01-01 until:2022-03-01',
    'what about lift-date',
    'region:London since:lift-date until:2022-03-01',
  ],
  [
    'region:London since:2022-01-01 until:2022-03-01',
    'since lift-date',
    'region:London since:lift-date until:2022-03-01',
  ],
  [
    'region:London since:2022-01-01 until:2022-03-01',
    '1 February 2022',
    'region:London since:2022-02-01 until:2022-03-01',
  ],
  [
    'region:London since:lift-date until:2022-05-01',
    '4 weeks after lift-date',
    'region:London since:lift-date+4w until:2022-05-01',
  ],
  [
    'region:London since:lift-date until:2022-05-01',
    'lift-date until June 2022',
    'region:London since:lift-date until:2022-06-30',
  ],
  [january, 'and February 2022?', 'region:London since:2022-02-01 until:2022-02-28'],
  [january, 'week commencing 7 March 2022', 'region:London since:2022-03-07 until:2022-03-13'],
  [london, 'also until May 2022', `${london} until:2022-05-31`],
  [
    'flows destination:London since:2022-01-03 until:2022-03-06',
    'what about 7 February 2022',
    'flows destination:London since:2022-02-07 until:2022-02-13',
  ],
  [
    'flows destination:London since:2022-01-03 until:2022-03-06',
    'what about lift-date',
    'flows destination:London since:lift-date until:2022-03-06',
  ],
])('a day by itself is another start: %s, then "%s", is %s', (before, words, expected) => {
  expect(continued(before, words)).toBe(expected);
});

test.each([
  [three, 'drop Leeds'],
  [three, 'remove Leeds'],
  [three, 'take out Leeds'],
  [three, 'can we take Leeds out?'],
  [three, 'get rid of Leeds'],
  [three, "please don't show Leeds"],
  [three, 'can Leeds be removed?'],
  [three, 'Leeds out'],
  [three, 'ignore Leeds'],
  [three, 'York instead of Leeds'],
  [three, 'York rather than Leeds'],
  [three, 'replace Leeds with York'],
  ['region:London mode:rail,bus', 'drop the bus'],
  ['region:London mode:rail', 'instead of rail, bus'],
])('leaving something out is refused: %s, then "%s"', (before, words) => {
  expect(continued(before, words)).toMatch(
    /^Leaving something out \(‘.+’\) cannot be asked yet\. .* Try: region:London since:lift-date$/u,
  );
});

test.each([
  [
    'region:England by:region',
    'and Wales?',
    'Wales is not made up of several regions. Try: region:Wales since:lift-date',
  ],
  [
    'region:London by:district',
    'and Leeds?',
    'Leeds is not made up of several districts. Try: region:Leeds since:lift-date',
  ],
  [
    'origin:Leeds',
    'compare with York',
    'Places side by side are compared by the trips that end in them',
  ],
  ['origin:Leeds destination:London', 'add York', 'You said more than once where trips end'],
  ['flows origin:London', 'add Leeds', 'Flows go to one place, from one place, or between places'],
  [
    'region:London+Leeds',
    'add York',
    'Places can be side by side, with commas, or counted together',
  ],
  [
    january,
    'also February 2022',
    'A question is about one period, so another cannot be added to it. Name the one that you mean by itself. Try: region:London since:',
  ],
  [london, 'compare with plan-b', 'A question is about one period'],
  ['region:London vs:last-year', 'vs Leeds', 'Places side by side are shown by week'],
  [
    'region:London since:lift-date until:2022-02-01',
    '1 April 2022',
    'The period ends (1 February 2022) before it starts',
  ],
])('%s, then "%s", is refused with what to try', (before, words, expected) => {
  const said = continued(before, words);
  expect(said).toContain(expected);
  expect(readingOf(said.split('Try: ')[1] ?? '').notes).toEqual([]);
});

test('a fall that is asked about leaves nothing out', () => {
  expect(continued(london, 'did trips drop in Leeds?')).toBe('region:Leeds since:lift-date');
  expect(continued(london, 'drop in trips to Leeds')).toBe('region:Leeds since:lift-date');
});

test.each([
  [
    'region:London',
    'trips from London',
    'origin:London',
    'I read this as all trips that start in London.',
  ],
  ['origin:Leeds', 'trips to Leeds', 'region:Leeds', 'I read this as all trips that end in Leeds.'],
  [
    'region:England by:region',
    'and Leeds and York',
    'region:Leeds,York',
    'None of these places is made up of several regions, so they are shown whole.',
  ],
])('%s, then "%s", is %s, which is said', (before, words, expected, note) => {
  expect(continued(before, words)).toBe(expected);
  const parsed = continueQuestion(before, words, ukVocabulary);
  expect(parsed.kind === 'read' && parsed.reading.notes.join(' ')).toContain(note);
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
