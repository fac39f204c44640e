import { expect, test } from 'vitest';
import { echo } from '#src/grammar/echo.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { examplesIn, readingOf, refusalOf, shortly } from './outcomes.ts';

/** Each as typed, what it is read as, and what is said of it. */
test.each([
  [
    'did trips to London rise after plan b ended',
    'London | plan-b-end | - | -',
    ['I read ‘after’ as since, that day included.', 'I read ‘plan b ended’ as plan-b-end.'],
  ],
  [
    'end of plan b in London',
    'London | plan-b-end | - | -',
    [
      'I read ‘end of plan b’ as plan-b-end.',
      'I read ‘end of plan b’ as a start: since plan-b-end.',
    ],
  ],
  [
    'London since plan b was lifted',
    'London | plan-b-end | - | -',
    ['I read ‘plan b was lifted’ as plan-b-end.'],
  ],
  ['London since the lift date ended', 'London | lift-date | - | -', []],
  ['London since plan b began', 'London | plan-b | - | -', []],
  ['London since the start of plan b', 'London | plan-b | - | -', []],
  [
    'London since two weeks after plan b ended',
    'London | plan-b-end 14 days | - | -',
    ['I read ‘two weeks after plan b ended’ as plan-b-end.'],
  ],
  ['since plan b ending in London', 'London | plan-b | - | -', []],
  [
    'when plan b began in London',
    'London | plan-b | - | -',
    ['I read ‘plan b began’ as a start: since plan-b.'],
  ],
  [
    'London since the first lockdown',
    'London | lockdown-1 | - | -',
    ['I read ‘first lockdown’ as lockdown-1.'],
  ],
  [
    'London since lockdown one',
    'London | lockdown-1 | - | -',
    ['I read ‘lockdown one’ as lockdown-1.'],
  ],
  ['Cardiff plus Swansea', 'Cardiff + Swansea | - | - | -', []],
  ['Cardiff and Swansea together', 'Cardiff + Swansea | - | - | -', []],
  ['Cardiff and Swansea combined', 'Cardiff + Swansea | - | - | -', []],
  ['Cardiff, Swansea and Leeds in total', 'Cardiff + Swansea + Leeds | - | - | -', []],
  ['total for Cardiff and Swansea', 'Cardiff + Swansea | - | - | -', []],
  ['Cardiff and Swansea together by rail and bus', 'Cardiff + Swansea | - | - | rail,bus', []],
  ['Cardiff and Swansea by rail together', 'Cardiff + Swansea | - | - | rail', []],
  ['Cardiff by rail and bus together', 'Cardiff | - | - | rail,bus', []],
  ['total trips in Cardiff', 'Cardiff | - | - | -', []],
  ['Cardiff and Swansea', 'compare Cardiff, Swansea | - | - | -', []],
  ['where do people in Leeds go', 'flows outOf Leeds by region | - | - | -', []],
  [
    'where do people from Leeds travel to by rail since lift-date',
    'flows outOf Leeds by region | lift-date | - | rail',
    [],
  ],
  ['top destinations from Leeds', 'flows outOf Leeds by region | - | - | -', []],
  ['where do most trips from Leeds end?', 'flows outOf Leeds by region | - | - | -', []],
  ['where do people go from Leeds', 'flows outOf Leeds by region | - | - | -', []],
  ['where do people come from to Leeds', 'flows into Leeds by region | - | - | -', []],
  [
    'where do people come from to get to Leeds by bus',
    'flows into Leeds by region | - | - | bus',
    [],
  ],
  ['where do trips to Leeds start', 'flows into Leeds by region | - | - | -', []],
  ['where do people in Leeds come from', 'flows into Leeds by region | - | - | -', []],
  ['who goes to Leeds', 'flows into Leeds by region | - | - | -', []],
  ['top origins of trips to Leeds', 'flows into Leeds by region | - | - | -', []],
  [
    'flows between districts in Wales',
    'flows between by Cardiff, Swansea, Isle of Anglesey | - | - | -',
    [],
  ],
  [
    'flows between regions of England by rail',
    'flows between by North East, North West, Yorkshire and The Humber, East Midlands, West Midlands, East of England, London, South East, South West | - | - | rail',
    [],
  ],
  [
    'region:London vs:before',
    'London | - | - | -',
    ['I read this as against the ordinary weeks before.'],
  ],
  ['region:London vs:before since:lift-date', 'London | lift-date | - | -', []],
  [
    'how many people go to Leeds since lift-date',
    'Leeds | lift-date | - | -',
    ['These are trips, not people.'],
  ],
  [
    'region:Leeds since:2022-10-24 until:2022-10-30',
    'Leeds | - | - | -',
    ['That is the last week of the data.'],
  ],
  [
    'region:Leeds,York since:2022-10-24 until:2022-10-30',
    'compare Leeds, York | - | - | -',
    ['That is the last week of the data.'],
  ],
  [
    'Leeds daily 24 October 2022 until 30 October 2022',
    'Leeds | 2022-10-24 | 2022-10-30 | - | by day',
    ['I read ‘24 October 2022’ as a start: since 24 October 2022.'],
  ],
  ['region:Leeds since:2022-10-24 until:2022-10-29', 'Leeds | 2022-10-24 | 2022-10-29 | -', []],
  ['rail vs bus in London', 'London | - | - | rail,bus | by mode', []],
  ['rail vs bus vs car in London', 'London | - | - | car,rail,bus | by mode', []],
  ['London by train versus by bus', 'London | - | - | rail,bus | by mode', []],
  ['compare rail and car in London', 'London | - | - | car,rail | by mode', []],
  ['compare rail and car in London and Leeds', 'compare London, Leeds | - | - | car,rail', []],
  [
    'compare Scotlnd and Wlaes',
    'compare Scotland, Wales | - | - | -',
    ['I read ‘Scotlnd’ as Scotland.', 'I read ‘Wlaes’ as Wales.'],
  ],
  ['East Devon', 'East Devon | - | - | -', []],
])('%s', (text, ask, notes) => {
  const reading = readingOf(text);
  expect(shortly(reading.ask)).toBe(ask);
  expect(reading.notes).toEqual(notes);
});

test('rail trips in Edinburgh last week are the plain answer about the last week, which is said', () => {
  const { ask, notes } = readingOf('rail trips in Edinburgh last week');
  expect(shortly(ask)).toBe('City of Edinburgh | - | - | rail');
  expect(notes.at(-1)).toBe('That is the last week of the data.');
});

/** Each as typed, what is said, and what to try. */
test.each([
  [
    'London since lockdown 1 ended',
    'The events have no date for ‘lockdown 1 ended’: lockdown-1 is the day it began.',
    'region:London since:lockdown-1',
  ],
  [
    'London since the start of freedom day',
    'The events have no date for ‘the start of freedom day’: freedom-day is itself the day of an end.',
    'region:London since:freedom-day',
  ],
  [
    'London since plan b, which ended',
    'We know no date or event called ‘ended’.',
    'region:London since:lift-date',
  ],
  [
    'Leeds non-car',
    'Leaving something out (‘non’) cannot be asked yet.',
    'region:Leeds since:lift-date',
  ],
  [
    'Leeds no cars',
    'Leaving something out (‘no’) cannot be asked yet.',
    'region:Leeds since:lift-date',
  ],
  [
    'Leeds without cars',
    'Leaving something out (‘without’) cannot be asked yet.',
    'region:Leeds since:lift-date',
  ],
  [
    'rest of London',
    'Leaving something out (‘rest of’) cannot be asked yet.',
    'region:London since:lift-date',
  ],
  [
    'London before the pandemic',
    'We know no date or event called ‘the pandemic’.',
    'events region:London',
  ],
  [
    'London during lockdown',
    'We know no date or event called ‘lockdown’.',
    'region:London since:lockdown-1',
  ],
  ['Leeds freedom', 'We know no date or event called ‘freedom’.', 'region:Leeds since:freedom-day'],
  ['Leeds half term', 'We know no date or event called ‘half term’.', 'events region:Leeds'],
  [
    'Leeds on bank holidays',
    'We know no date or event called ‘bank holidays’.',
    'events region:Leeds',
  ],
  ['Leeds pre-covid', 'We know no date or event called ‘covid’.', 'events region:Leeds'],
  [
    'Leeds on Mondays',
    'We cannot tell ‘Mondays’ by itself: the days of the week are shown side by side.',
    'region:Leeds by:weekday',
  ],
  [
    'Leeds at weekends',
    'We cannot tell ‘at weekends’ by itself: the days of the week are shown side by side.',
    'region:Leeds by:weekday',
  ],
  [
    'which day is busiest in Leeds',
    'We cannot tell ‘which day’ by itself: the days of the week are shown side by side.',
    'region:Leeds by:weekday',
  ],
  [
    'Leeds in the morning',
    'This breakdown (‘morning’) cannot be asked yet.',
    'region:Leeds since:lift-date',
  ],
  [
    'London when the guidance ended',
    'We know no date or event called ‘guidance ended’.',
    'region:London since:lift-date',
  ],
  [
    'London since wfh ended',
    'We know no date or event called ‘wfh ended’.',
    'region:London since:lift-date',
  ],
  [
    'London after work from home ended',
    'We know no date or event called ‘work from home ended’.',
    'region:London since:lift-date',
  ],
  [
    'Wales lifting the guidance',
    'We know no date or event called ‘lifting’.',
    'region:Wales since:lift-date',
  ],
  [
    'when did wfh end in Scotland',
    'Your question asks when something was. The list of events has the dates.',
    'events region:Scotland',
  ],
  [
    'what dates',
    'Your question asks when something was. The list of events has the dates.',
    'events',
  ],
  ['County Down', 'We did not understand ‘County Down’.', 'region:England since:lift-date'],
  [
    'region:"County Down"',
    'We know no place called ‘County Down’.',
    'region:England since:lift-date',
  ],
  [
    'trips in County Down since lift-date',
    'We know no place called ‘County Down’.',
    'region:England since:lift-date',
  ],
  ['Great Britain', 'We did not understand ‘Great Britain’.', 'region:England since:lift-date'],
  [
    'Kensington Olympia',
    'We know no place called ‘Kensington Olympia’.',
    'region:"Kensington and Chelsea" since:lift-date',
  ],
  ['Kent and Leeds', 'We know no place called ‘Kent’.', 'region:Leeds since:lift-date'],
  ['Kent vs Leeds', 'We know no place called ‘Kent’.', 'region:Leeds since:lift-date'],
  [
    'zeppelin and rail in London',
    'We know no kind of transport called ‘zeppelin’.',
    'region:London since:lift-date',
  ],
  [
    'compare Scotlnd and Qqqqq',
    'We know no place called ‘Qqqqq’.',
    'region:Scotland since:lift-date',
  ],
  ['East Sussex', 'We know no place called ‘East Sussex’.', 'region:England since:lift-date'],
  ['North Wales', 'We know no place called ‘North Wales’.', 'region:Wales since:lift-date'],
  [
    'South Yorkshire',
    'We know no place called ‘South Yorkshire’.',
    'region:"Yorkshire and The Humber" since:lift-date',
  ],
  ['mid Wales', 'We know no place called ‘mid Wales’.', 'region:Wales since:lift-date'],
  [
    'trips in the north',
    'The name ‘north’ may mean North East (England) or North West (England).',
    'region:"North East" since:lift-date',
  ],
  [
    'compare Cardiff and Swansea together',
    'Places can be side by side, with commas, or counted together, with +, and not both.',
    'region:Cardiff,Swansea',
  ],
  [
    'every region together',
    'Places can be side by side, with commas, or counted together, with +, and not both.',
    'region:England,Wales',
  ],
  [
    'Leeds and York by rail and bus together',
    'Places can be side by side, with commas, or counted together, with +, and not both.',
    'region:Leeds,York',
  ],
  [
    'flows between regions in Wales',
    'Wales is not made up of several regions.',
    'flows destination:Wales',
  ],
  [
    'flights to Belfast',
    'We know no kind of transport called ‘flights’.',
    'region:Belfast since:lift-date',
  ],
  [
    'commuter flows into London',
    'The purpose of trips (‘commuter’) cannot be asked yet.',
    'region:London since:lift-date',
  ],
  [
    'commuting to Leeds',
    'The purpose of trips (‘commuting’) cannot be asked yet.',
    'region:Leeds since:lift-date',
  ],
  [
    'region:UK by:mode since:lift-date',
    'For the United Kingdom as a whole lift-date is not one date: England 19 January 2022, Wales 28 January 2022, Scotland 31 January 2022 and Northern Ireland 6 June 2022.',
    'region:England since:lift-date by:mode',
  ],
  [
    'destination:London,Wales since:lift-date',
    'For London and Wales as a whole lift-date is not one date: England 19 January 2022 and Wales 28 January 2022.',
    'region:London,Wales since:lift-date',
  ],
  [
    'flows destination:London since:2019',
    '1 January 2019 is outside the data, which cover 6 January 2020 to 30 October 2022.',
    'flows destination:London',
  ],
  [
    'origin:London destination:Leeds since:2019',
    '1 January 2019 is outside the data, which cover 6 January 2020 to 30 October 2022.',
    'origin:London destination:Leeds',
  ],
  [
    'compare London, Leeds since 2019',
    '1 January 2019 is outside the data, which cover 6 January 2020 to 30 October 2022.',
    'region:London,Leeds',
  ],
  [
    'London vs this year',
    'A comparison is with the usual, with last year or with another place, not with ‘this year’.',
    'region:London vs:last-year',
  ],
])('%s is refused with something that works', (text, message, example) => {
  const refusal = refusalOf(text);
  expect(refusal.message).toBe(message);
  expect(examplesIn(refusal)).toEqual([example]);
  readingOf(example);
});

test('an event of trips between places that have it on different dates is said to be that of one of them', () => {
  const said = (text: string) => echo(readingOf(text), ukVocabulary);
  expect(said('trips from Scotland to England since lift-date')).toMatch(
    / lift-date is England’s date here: 19 January 2022\.$/,
  );
  expect(said('origin:Leeds destination:Cardiff since:lift-date')).toMatch(
    / lift-date is Wales’ date here: 28 January 2022\.$/,
  );
  expect(said('origin:Leeds destination:London since:lift-date')).not.toContain('here');
  expect(said('origin:Scotland destination:England since:2022-01-19')).not.toContain('here');
});

test('a small word beside an event is not a slip in the name of another', () => {
  expect(shortly(readingOf('between plan b and lift-date in London').ask)).toBe(
    'London | plan-b | lift-date | -',
  );
});
