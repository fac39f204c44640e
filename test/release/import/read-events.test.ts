import { expect, test } from 'vitest';
import { problemsOf } from './import-texts.ts';

const trips = 'week,origin,destination,trips,devices\n2020-01-06,01,02,12,4\n';
const event = (changes = ''): string => `  - slug: opened
    area: "01"
    date: 2020-01-08
    kind: opening
    clause: it opened
    label: Opened
    source: The paper
    url: https://example.org/a
${changes}`;
const replaced = (from: string, to: string): string => `events:\n${event().replace(from, to)}`;

test.each([
  [
    'a place that is not there',
    replaced('"01"', 'Narnia'),
    `events.yml:3 events[1].area: "Narnia" is no area's code or name`,
  ],
  [
    'no date',
    replaced('2020-01-08', 'soon'),
    'events.yml:4 events[1].date: must be a date such as 2022-01-19',
  ],
  [
    'a day that is none',
    replaced('2020-01-08', '2020-02-30'),
    'events.yml:4 events[1].date: must be a date such as 2022-01-19',
  ],
  [
    'a slug of two words',
    replaced('opened', 'Opened up'),
    'events.yml:2 events[1].slug: must be lower-case words joined by "-", such as lift-date',
  ],
  [
    'an address that is none',
    replaced('https://example.org/a', 'javascript:alert(1)'),
    'events.yml:9 events[1].url: must be a web address',
  ],
  [
    'the same place twice',
    `events:\n${event()}${event()}`,
    'events.yml:10 events[2].slug: has this place already',
  ],
  [
    'a list without the word events',
    event().replaceAll(/^ {2}/gmu, '').replace('"01"', '09'),
    'events.yml:2 [1].area: must be text; a code of digits needs quotation marks',
  ],
  [
    'a holiday that ends before it begins',
    'holidays:\n  - { area: "01", from: 2020-01-08,\n      to: 2020-01-07, kind: fault, label: Lost }\n',
    'events.yml:3 holidays[1].to: must not be before from',
  ],
  [
    'a name of two areas',
    replaced('"01"', 'Twin'),
    'events.yml:3 events[1].area: "Twin" is the name of 2 areas: use a code',
  ],
])('%s is refused at its line', async (_, events, problem) => {
  expect(
    await problemsOf({ trips, events, areas: 'code,name\n01,East\n02,West\n03,Twin\n04,Twin\n' }),
  ).toEqual([problem]);
});

test.each([
  ['text that is not YAML', 'events: [', /^events\.yml:1 is not YAML/u],
  ['an unknown field', 'events: []\nevent: 1\n', /^events\.yml:1 the file: Unrecognized key/u],
  [
    'a missing field',
    `events:\n${event().replace(/ {4}label.*\n/u, '')}`,
    /^events\.yml:2 events\[1\]\.label: /u,
  ],
  [
    'a kind of holiday that is unknown',
    'holidays:\n  - { area: "01", from: 2020-01-08, to: 2020-01-08, kind: party, label: P }\n',
    /^events\.yml:2 holidays\[1\]\.kind: /u,
  ],
])('%s is refused', async (_, events, reason) => {
  const [problem = ''] = await problemsOf({ trips, events });
  expect(problem).toMatch(reason);
});
