import { expect, test } from 'vitest';
import { flatVocabulary, ukVocabulary, usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf, shortly } from './outcomes.ts';

test.each([
  ['flows destination:London', 'into London by region'],
  ['flows into London', 'into London by region'],
  ['flows to London', 'into London by region'],
  ['from every region to London', 'into London by region'],
  ['flows destination:London by:district', 'into London by district'],
  ['flows origin:London', 'outOf London by region'],
  ['flows from London', 'outOf London by region'],
  ['flows out of London', 'outOf London by region'],
  ['flows from London by country', 'outOf London by country'],
  ['flows', 'between by region'],
  ['flows between:regions', 'between by region'],
  ['flows between regions', 'between by region'],
  ['flows between the countries', 'between by country'],
  ['flows by:country', 'between by country'],
  ['flows between:all', 'between by country'],
  ['flows between:London,Leeds,York', 'between by London, Leeds, York'],
  ['flows between London and Leeds', 'between by London, Leeds'],
  ['flows London and Leeds', 'between by London, Leeds'],
  ['trips between London and Leeds', 'between by London, Leeds'],
])('%s', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(`flows ${ask} | - | - | -`);
  expect(readingOf(text).notes).toEqual([]);
});

test('flows of a place without a direction go to it, which is said with the other way', () => {
  for (const text of [
    'flows region:London by rail',
    'flows London by rail',
    'flows in London by rail',
  ])
    expect(readingOf(text), text).toMatchObject({
      ask: { way: 'into', place: { name: 'London' } },
      notes: [
        'I read this as flows to London. For those that start there, write flows origin:London mode:rail.',
      ],
    });
});

test('flows from one place to one other are a trend, which is said', () => {
  const { ask, notes } = readingOf('flows from Leeds to London since lift-date');
  expect(shortly(ask)).toBe('Leeds > London | lift-date | - | -');
  expect(notes).toEqual(['One place to one other is a single flow, so I show it over time.']);
});

test('places that lie within another are counted once', () => {
  const { ask, notes } = readingOf('flows between:London,Kensington and Chelsea,Leeds');
  expect(shortly(ask)).toBe('flows between by London, Leeds | - | - | -');
  expect(notes).toEqual(['Kensington and Chelsea lies within London and is counted once.']);
});

const partsOf = (text: string, vocabulary = ukVocabulary) => {
  const { ask } = readingOf(text, vocabulary);
  return ask.command === 'flows' ? ask.parts.map(({ name }) => name) : [];
};

test('the parts make up the whole country, the place itself once among them', () => {
  const regions = partsOf('flows');
  expect(regions).toHaveLength(12);
  expect(regions.filter((name) => name === 'Wales')).toHaveLength(1);
  expect(partsOf('flows to London')).toEqual(regions);
  // The region around a district stays: trips from the rest of it are among those from elsewhere.
  expect(partsOf('flows to Leeds')).toEqual(regions);
  expect(partsOf('flows to England')).toEqual(['England', 'Wales', 'Scotland', 'Northern Ireland']);
  expect(partsOf('flows to London by:district')).toContain('London');
  expect(partsOf('flows to London by:district')).not.toContain('City of London');
  expect(partsOf('flows', usVocabulary)).toEqual(['Northeast', 'South', 'West']);
  expect(partsOf('flows', flatVocabulary)).toEqual(flatVocabulary.areas.map(({ name }) => name));
});

test.each([
  ['flows to London in January 2022', '2022-01-01 | 2022-01-31 | -'],
  ['flows to London last week', '- | - | -'],
  ['flows into London by train on 19 January 2022', '2022-01-17 | 2022-01-23 | rail'],
  ['flows to London 19 January 2022', '2022-01-17 | 2022-01-23 | -'],
  ['flows to London since 19 January 2022', '2022-01-19 | - | -'],
  ['flows to London since lift-date', 'lift-date | - | -'],
  ['flows to London week of 24 January 2022 by bus', '2022-01-24 | 2022-01-30 | bus'],
  ['flows to London between 1 March 2022 and 31 March 2022', '2022-03-01 | 2022-03-31 | -'],
])('%s is counted over the period', (text, rest) => {
  expect(shortly(readingOf(text).ask)).toBe(`flows into London by region | ${rest}`);
});

test('between places an event must be on one day in all of them', () => {
  expect(shortly(readingOf('flows since lockdown-1').ask)).toBe(
    'flows between by region | lockdown-1 | - | -',
  );
  expect(refusalOf('flows since lift-date').message).toBe(
    'For these 12 places as a whole lift-date is not one date: England 19 January 2022, Wales 28 January 2022, Scotland 31 January 2022 and Northern Ireland 6 June 2022.',
  );
});

test.each([
  [
    'flows to London since:2022-01-19 until:2022-01-21',
    'We count whole weeks, Monday to Sunday, and none lies within 19 January 2022 to 21 January 2022.',
    'Around it are 17 January 2022 to 23 January 2022. Try: flows destination:London since:2022-01-17 until:2022-01-23',
  ],
  [
    'flows between:districts',
    'Flows between 30 places are too many to show: at most 16 can be asked.',
    'Name fewer places, or ask about one of them. Try: flows destination:England',
  ],
  [
    'flows between:London',
    'Flows between places need at least two places, and you named London only.',
    'Try: flows destination:London',
  ],
  [
    'flows destination:London,Leeds',
    'Flows go to one place, from one place, or between places, and yours name something else.',
    'Try: flows destination:London',
  ],
  [
    'flows between:London+Leeds',
    'Flows go to one place, from one place, or between places, and yours name something else.',
    'Try: flows destination:London',
  ],
  [
    'flows to London and Leeds',
    'Flows go to one place, from one place, or between places, and yours name something else.',
    'Try: flows destination:London',
  ],
  [
    'flows region:Leeds between:London,York',
    'Flows go to one place, from one place, or between places, and yours name something else.',
    'Try: flows destination:Leeds',
  ],
  [
    'flows London vs Leeds',
    'Flows are counted over one period: they are not shown by week, day or type of transport, nor held against anything.',
    'Try: flows destination:London',
  ],
  [
    'compare trips between London and Leeds',
    'You asked for compare and flows at once.',
    'Ask for one at a time. Try: region:London since:lift-date',
  ],
  [
    'flows to London by week',
    'Flows are counted over one period: they are not shown by week, day or type of transport, nor held against anything.',
    'Try: flows destination:London',
  ],
  [
    'flows between:London,Manchester',
    'We know no place called ‘Manchester’.',
    'Try: region:London since:lift-date',
  ],
  [
    'flows between:London,Leeds by:region',
    'You gave between more than once.',
    'Keep one of them. Try: flows destination:London',
  ],
])('%s is refused', (text, message, next) => {
  expect(refusalOf(text)).toMatchObject({ message, next });
  readingOf(next.split('Try: ')[1] ?? '');
});
