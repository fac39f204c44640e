import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPicks, type PickProblem } from '#src/board/picks.ts';
import { hostileText } from '#test/edges/slack/write/hostile-text.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { offerOf, someSent } from './addresses.ts';

const offer = offerOf(ukVocabulary);
const usual = { area: 'E92000001', slug: 'lift-date', since: undefined, until: undefined };

function read(address: string) {
  const found = readPicks(new URLSearchParams(address), offer);
  return found && { ...found.picks, area: found.picks.area.code, problem: found.problem };
}

test('without anything picked it is the usual event where it holds', () => {
  expect(read('')).toEqual({ ...usual, problem: undefined });
  expect(read('as=U0ANALYST&in=C0TIER0')).toEqual({ ...usual, problem: undefined });
});

test.each([
  'area=E99999999',
  'area=England',
  'area=E92000001&area=W92000004',
  'event=party',
  'event=constructor',
  'since=yesterday',
  'since=2022-02-30',
  'since=2019-12-31',
  'until=2022-10-31',
  'until=2022-1-1',
  'until=%2B002022-01-01',
  'area=%3Cscript%3Ealert(1)%3C%2Fscript%3E',
])('what cannot be picked gives the usual view: %s', (address) => {
  expect(read(address)).toEqual({ ...usual, problem: 'notOffered' });
});

test.each<[string, PickProblem | undefined, object]>([
  ['area=W92000004&event=', undefined, { area: 'W92000004', slug: undefined }],
  ['area=W92000004&event=plan-b', 'notHere', { area: 'W92000004', slug: undefined }],
  [
    'area=W92000004&event=lift-date&since=2022-03-01',
    'eventOrDay',
    { slug: 'lift-date', since: undefined },
  ],
  ['area=W92000004&event=plan-b&since=2022-03-01', 'notHere', { since: '2022-03-01' }],
  ['since=2022-03-01&until=2022-02-01', 'endTooEarly', { since: '2022-03-01', until: undefined }],
  ['event=lift-date&until=2022-01-18', 'endTooEarly', { slug: 'lift-date', until: undefined }],
  ['event=lift-date&until=2022-01-19', undefined, { slug: 'lift-date', until: '2022-01-19' }],
  ['until=2020-01-11', 'endTooEarly', { until: undefined }],
  ['until=2020-01-12', undefined, { until: '2020-01-12' }],
])('what does not go together is left out: %s', (address, problem, picks) => {
  expect(read(address)).toMatchObject({ ...picks, problem });
});

test('whatever an address holds, only what is offered is picked', () => {
  const value = fc.oneof(
    hostileText,
    someSent(offer).map(({ since }) => since),
  );
  const pair = fc.tuple(
    fc.constantFrom('area', 'event', 'since', 'until', 'as', 'toString'),
    value,
  );
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 6 }), (pairs) => {
      const found = readPicks(new URLSearchParams(pairs), offer);
      expect(offer.places.get(found?.picks.area.code ?? '')).toBe(found?.picks.area);
      const { slug, since, until } = found?.picks ?? {};
      if (slug !== undefined) expect(offer.slugs.has(slug)).toBe(true);
      for (const date of [since, until])
        if (date !== undefined) expect(date).toMatch(/^202[012]-\d\d-\d\d$/u);
    }),
    { numRuns: 500 },
  );
});

test('where the usual event is not within reach it is the largest place that is', () => {
  const wales = offerOf(ukVocabulary, { areas: ['W92000004'] });
  const found = readPicks(new URLSearchParams(), wales);
  expect(found?.picks).toMatchObject({ area: { code: 'W92000004' }, slug: 'lift-date' });
});

test('a tier that does not fit the data offers nothing', () => {
  expect(readPicks(new URLSearchParams(), offerOf(ukVocabulary, { level: 'parish' }))).toBe(
    undefined,
  );
});
