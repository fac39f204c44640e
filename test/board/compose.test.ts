import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeAsks } from '#src/board/compose.ts';
import { readPicks, type Picks } from '#src/board/picks.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { usableEvent } from '#src/grammar/usual-event.ts';
import { usage } from '#src/grammar/usage.ts';
import { addDays } from '#src/week.ts';
import { inventedVocabulary } from '#test/access/cases.ts';
import { readingOf } from '#test/grammar/outcomes.ts';
import {
  flatVocabulary,
  namesakeVocabulary,
  tubeVocabulary,
  ukVocabulary,
  usVocabulary,
} from '#test/support/vocabulary.ts';
import { offerOf, searchOf, someSent, type Sent } from './addresses.ts';

const countries = [
  { name: 'the United Kingdom', vocabulary: ukVocabulary },
  { name: 'the United States', vocabulary: usVocabulary },
  { name: 'places with namesakes', vocabulary: namesakeVocabulary },
  { name: 'stations', vocabulary: tubeVocabulary },
  { name: 'places in no other', vocabulary: flatVocabulary },
  { name: 'an invented country', vocabulary: inventedVocabulary },
];

describe.each(countries)('in $name', ({ vocabulary }) => {
  const offer = offerOf(vocabulary);

  test('each view can be typed, and is read as what was picked', () => {
    let since = 0;
    fc.assert(
      fc.property(someSent(offer), (sent) => {
        const { picks } = picked(sent);
        const composed = composeAsks(picks, offer);
        expect(composed.trend).toHaveLength(1);
        for (const ask of [...composed.trend, ...composed.compare, ...composed.flows]) {
          const reading = readingOf(usage(ask, vocabulary), vocabulary);
          expect(reading.notes).toEqual([]);
          expect(reading.ask).toMatchObject({
            command: ask.command,
            modes: [],
            until: toldUntil(picks) === undefined ? undefined : { date: toldUntil(picks) },
          });
        }
        const [trend] = composed.trend.map((ask) => readingOf(usage(ask, vocabulary), vocabulary));
        expect(trend?.ask).toMatchObject({ destinations: [picks.area], origins: [], by: 'week' });
        expect(trend?.ask.command === 'trend' && trend.ask.since?.date).toBe(toldSince(picks));
        since += Number(dayOf(picks) !== undefined);
      }),
    );
    expect(since).toBeGreaterThan(10);
  });

  test('what goes together is picked as it was sent, without a word', () => {
    fc.assert(
      fc.property(someSent(offer), (sent) => {
        const { picks, problem } = picked(sent);
        const taken: Sent = {
          area: picks.area.code,
          event: picks.slug ?? '',
          since: picks.since ?? '',
          until: picks.until ?? '',
        };
        expect(problem === undefined).toBe(JSON.stringify(taken) === JSON.stringify(inOrder(sent)));
      }),
    );
  });

  const dayOf = ({ area, slug, since }: Picks): string | undefined =>
    slug === undefined ? since : usableEvent(slug, area, lexiconOf(vocabulary))?.date;

  /** The last week is what is told where no period is. */
  const isLastWeek = ({ slug, since, until }: Picks): boolean => {
    const sunday = vocabulary.lastDay;
    return slug === undefined && until === sunday && since === addDays(sunday, -6);
  };
  const toldSince = (picks: Picks) => (isLastWeek(picks) ? undefined : dayOf(picks));
  const toldUntil = (picks: Picks) => (isLastWeek(picks) ? undefined : picks.until);

  test('the last week, picked as days, has the views of no period', () => {
    const { lastDay } = vocabulary;
    const [area = ''] = offer.places.keys();
    const dates = { since: addDays(lastDay, -6), until: lastDay };
    const none = { area, event: '', since: '', until: '' };
    const week = composeAsks(picked({ ...none, ...dates }).picks, offer);
    expect(week.trend).toHaveLength(1);
    expect(week).toEqual(composeAsks(picked(none).picks, offer));
  });

  const inOrder = ({ area, event, since, until }: Sent): Sent => ({ area, event, since, until });

  function picked(sent: Sent) {
    const read = readPicks(searchOf(sent), offer);
    if (read === undefined) throw new Error('no place is offered');
    return read;
  }
});

const views = (code: string, event = '') => {
  const offer = offerOf(ukVocabulary);
  const read = readPicks(searchOf({ area: code, event }), offer);
  if (read === undefined) throw new Error('no place is offered');
  const { trend, compare, flows } = composeAsks(read.picks, offer);
  return [trend[0], compare[0], flows[0]].map((ask) => ask && usage(ask, ukVocabulary));
};

test.each<[string, string, string, readonly (string | undefined)[]]>([
  [
    'a place with parts is cut into them',
    'E92000001',
    'lift-date',
    [
      'region:England since:lift-date',
      'region:England by:region since:lift-date',
      'flows between:"North East","North West","Yorkshire and The Humber","East Midlands","West Midlands","East of England",London,"South East","South West" since:lift-date',
    ],
  ],
  [
    'a place without parts stands beside its neighbours',
    'E06000014',
    '',
    ['region:York', 'region:"Yorkshire and The Humber" by:district', 'flows destination:York'],
  ],
  [
    'an event that each part has on a day of its own is that of the parts',
    'K02000001',
    'lift-date',
    [
      'region:"United Kingdom"',
      'region:all since:lift-date',
      'flows between:England,Wales,Scotland,"Northern Ireland"',
    ],
  ],
])('%s', (_, code, event, questions) => {
  expect(views(code, event)).toEqual(questions);
});
