import { expect, test } from 'vitest';
import type { Area } from '#src/area.ts';
import { sinceInPlace } from '#src/statistics/compare/since-in-place.ts';
import { event } from '#test/support/trend-input.ts';

const arden: Area = { code: 'A', name: 'Arden', level: 'country', parent: undefined };
const north: Area = { code: 'A1', name: 'North', level: 'region', parent: 'A' };
const town: Area = { code: 'A11', name: 'Town', level: 'district', parent: 'A1' };
const south: Area = { code: 'A2', name: 'South', level: 'region', parent: 'A' };
const areas = new Map([arden, north, town, south].map((area) => [area.code, area]));
const reopening = event({ area: 'A1', date: '2022-03-16' });
const places = { events: [reopening], areas };
const asked = { kind: 'event', slug: 'reopening' } as const;

test('a place takes the date of the event that holds in it', () => {
  expect(sinceInPlace(asked, town, [], places)).toEqual({ date: '2022-03-16', event: reopening });
});

test('a place without the event has none, one whose parts alone have it no single one', () => {
  const none = { kind: 'noEvent', slug: 'reopening' };
  expect(sinceInPlace(asked, south, [], places)).toEqual({ ...none, dates: 'none' });
  expect(sinceInPlace(asked, arden, [], places)).toEqual({ ...none, dates: 'several' });
  const twice = { events: [reopening, event({ area: 'A1', date: '2022-05-01' })], areas };
  expect(sinceInPlace(asked, town, [], twice)).toEqual({ ...none, dates: 'several' });
});

test('days after an event are a date of their own, without what happened on the event', () => {
  expect(sinceInPlace({ ...asked, shiftDays: 28 }, town, [], places)).toEqual({
    date: '2022-04-13',
    event: undefined,
  });
});

test('a plain date on which one event holds is that event', () => {
  const date = { kind: 'date', date: '2022-03-16' } as const;
  expect(sinceInPlace(date, town, [reopening], places)).toEqual({
    date: '2022-03-16',
    event: reopening,
  });
  expect(sinceInPlace(date, south, [], places)).toEqual({ date: '2022-03-16', event: undefined });
});
