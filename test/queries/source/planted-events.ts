import { rows, type Planted } from '#test/queries/source/planted.ts';

/** What can be wrong with events and holidays. */
export const plantedEvents: readonly Planted[] = [
  rows(
    'events',
    'event',
    'an event with an empty column',
    { slug: null },
    { slug: 'a', date: null },
    { slug: 'b', clause: '' },
    { slug: 'c', kind: null },
  ),
  rows('events', 'event', 'an event of an area that is not listed', { area: 'R9' }, { area: null }),
  rows(
    'events',
    'event',
    'an event whose slug or kind is not lower-case words',
    { slug: 'Lift date' },
    { slug: 'a', kind: 'wfh-lifted' },
  ),
  rows(
    'events',
    'event',
    'an event without a web address',
    { slug: 'a', url: null },
    { slug: 'b', url: 'ftp://example.org' },
    { slug: 'c', url: 'https://a b' },
  ),
  rows(
    'events',
    'event',
    'an event of unknown confidence',
    { slug: 'a', confidence: 'sure' },
    { slug: 'b', confidence: null },
  ),
  rows('events', 'event', 'an event that a place has twice', { date: '2026-11-04' }),
  rows(
    'events',
    'holiday',
    'a holiday without days or a label',
    { date_from: null },
    { date_to: null },
    { label: '' },
  ),
  rows('events', 'holiday', 'a holiday of an area that is not listed', { area: 'R9' }),
  rows('events', 'holiday', 'a holiday that ends before it begins', { date_to: '2026-10-25' }),
  rows('events', 'holiday', 'a holiday of unknown kind', { kind: 'strike' }, { kind: null }),
];
