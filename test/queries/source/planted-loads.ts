import type { Row } from '#test/oracle/data/dataset.ts';
import { withTables, type Planted } from '#test/queries/source/planted.ts';
import { soundTables } from '#test/queries/source/sound-source.ts';

const [, latest] = soundTables.status;
const load = (rule: string, change: Row): Planted => ({
  what: rule,
  check: 'loads',
  tables: withTables({ status: [...soundTables.status, { ...latest, revision: 3, ...change }] }),
  broken: { [rule]: 1 },
});

/** What can be wrong with loads. */
export const plantedLoads: readonly Planted[] = [
  { what: 'no load', check: 'loads', tables: withTables({ status: [] }), broken: { 'no load': 1 } },
  load('a load with an empty column', { revision: null }),
  load('a load with an empty column', { loaded_on: null }),
  load('a revision that occurs twice', { revision: 2 }),
  load('a revision that went back', {
    revision: 0,
    loaded_on: '2026-11-19',
    latest_week: '2026-11-02',
  }),
  { ...load('a revision older than the one released', {}), params: { seen_revision: 4 } },
  { ...load('the revision released, which will do', {}), params: { seen_revision: 3 }, broken: {} },
  {
    ...load('a first and a latest week that are no Mondays', {
      first_week: '2026-10-27',
      latest_week: '2026-11-10',
    }),
    broken: { 'a week that does not begin on a Monday': 1, 'a first week that moved': 1 },
  },
  {
    ...load('a latest week before the first', { latest_week: '2026-10-19' }),
    broken: {
      'a latest week before the first': 1,
      'a complete week that was taken back': 1,
      'data older than agreed': 1,
    },
  },
  load('a latest week that was not over when loaded', {
    latest_week: '2026-11-16',
    loaded_on: '2026-11-19',
  }),
  {
    ...load('a week loaded on its Sunday', { latest_week: '2026-11-09', loaded_on: '2026-11-15' }),
    broken: { 'a latest week that was not over when loaded': 1, 'a revision that went back': 1 },
  },
  load('a load in the future', { loaded_on: '2026-11-20' }),
  load('a first week that moved', { first_week: '2026-11-02' }),
  {
    ...load('a complete week that was taken back', { latest_week: '2026-11-02' }),
    params: { max_age_days: 11 },
  },
  { ...load('data as old as agreed, which will do', {}), params: { max_age_days: 4 }, broken: {} },
  { ...load('data older than agreed', {}), params: { max_age_days: 3 } },
];
