import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import { event, release, trendInput, weeklyRows } from '#test/support/trend-input.ts';

const step = (factor: number) => weeklyRows((index) => (index < 62 ? 1 : factor));
const noisy = (factor: number) =>
  weeklyRows((index) => (index < 62 ? 1 : factor) * (1 + 0.06 * Math.cos(index * 2.3)));
const began = event({
  slug: 'rule',
  date: '2022-01-31',
  kind: 'wfh_introduced',
  clause: 'the home working rule began',
  label: 'Home working rule began',
});
const rail = { value: 'rail', label: 'Rail and Tube' };

/** Every branch of what a trend can say, by name. */
export const trendCases: Readonly<Record<string, TrendInput>> = {
  'a clear rise': trendInput(),
  'a clear fall': trendInput({ rows: step(0.8) }),
  'a rise we are not sure of': trendInput({ rows: noisy(1.06) }),
  'a fall we are not sure of': trendInput({ rows: noisy(0.955) }),
  'no change to speak of': trendInput({ rows: step(1.004) }),
  'no change at all': trendInput({ rows: weeklyRows(() => 1) }),
  'after a period in force, with few weeks before': trendInput({
    events: [{ ...began, date: '2022-02-28' }, event({})],
  }),
  'after a period in force': trendInput({ events: [began, event({})] }),
  'a long clause': trendInput({
    since: {
      date: '2022-03-16',
      event: event({
        clause: 'working at home stopped being a legal requirement, though advice to do so stayed',
      }),
    },
  }),
  'a plain date': trendInput({ since: { date: '2022-03-16', event: undefined } }),
  'a date that is no guidance': trendInput({
    since: { date: '2022-03-16', event: event({ kind: 'storm', clause: 'a storm passed' }) },
  }),
  'one mode': trendInput({ mode: rail }),
  'all modes': trendInput({ mode: { value: 'all', label: 'All transport' } }),
  'a short history': trendInput({
    since: { date: '2021-03-17', event: undefined },
    rows: weeklyRows((index) => (index < 10 ? 1 : 1.2)),
  }),
  'a short history with a little change': trendInput({
    since: { date: '2021-03-17', event: undefined },
    rows: weeklyRows((index) => (index < 10 ? 1 : 1.01)),
  }),
  'a short history without change': trendInput({
    since: { date: '2021-03-17', event: undefined },
    rows: weeklyRows(() => 1),
  }),
  'numbers rounded to five': trendInput({
    rows: weeklyRows((index) => (index < 62 ? 1 : 1.4), 20_000),
  }),
  'too small for a percentage': trendInput({ rows: weeklyRows(() => 1, 3000) }),
  'too small to say at all': trendInput({ rows: [], mode: rail }),
  'too small at the top': trendInput({
    rows: [],
    chain: [trendInput().chain[0]],
    spokenLarger: undefined,
  }),
  'no trips at all': trendInput({ rows: [], bound: 0, mode: rail }),
  'no trips at all, no date': trendInput({ rows: [], bound: 0, since: undefined }),
  'too soon with one week': trendInput({ since: { date: '2022-12-07', event: undefined } }),
  'too soon with none': trendInput({ since: { date: '2022-12-14', event: undefined } }),
  'too soon for the end asked for': trendInput({ lastDay: '2022-03-27' }),
  'too few weeks before': trendInput({ since: { date: '2021-01-13', event: undefined } }),
  'too few weeks since a barrier': trendInput({
    events: [{ ...began, date: '2022-03-07' }, event({})],
  }),
  'cut short by another event': trendInput({
    events: [
      event({}),
      event({
        slug: 'rule-2',
        date: '2022-03-31',
        kind: 'wfh_introduced',
        clause: 'the rule came back',
        label: 'Rule came back',
      }),
    ],
  }),
  'the last week, similar': trendInput({ since: undefined }),
  'the last week, higher than usual': trendInput({
    since: undefined,
    rows: weeklyRows((index) => (index < 101 ? 1 : 1.3)),
  }),
  'the last week, lower but not unusual': trendInput({
    since: undefined,
    rows: weeklyRows((index) => (index < 101 ? 1 + 0.05 * Math.cos(index * 2.3) : 0.94)),
  }),
  'the last week, a holiday': trendInput({
    since: undefined,
    calendar: [{ week: '2022-12-12', kind: 'schoolHoliday', label: 'Winter holiday' }],
  }),
  'the last week, too small': trendInput({ since: undefined, rows: [] }),
  'synthetic data': trendInput({ release: { ...release, synthetic: true } }),
  'some weeks withheld': trendInput({
    rows: weeklyRows((index) => (index % 9 === 4 ? 0.0001 : 1)),
  }),
  'from one place to another': trendInput({
    ends: { origin: 'South Arden', destination: 'North Arden' },
    rest: { name: 'elsewhere in Arden', rows: weeklyRows(() => 0.004), larger: undefined },
  }),
  'from a place of which too little is known': trendInput({
    ends: { origin: 'Beford', destination: undefined },
    rest: {
      name: 'elsewhere in North Arden or Arden',
      rows: weeklyRows(() => 0.4),
      larger: 'Arden',
    },
  }),
  'from a place of which nothing is known to another': trendInput({
    ends: { origin: 'Beford', destination: 'Cray' },
    rows: [],
    rest: { name: 'elsewhere in North Arden', rows: weeklyRows(() => 0.4), larger: 'North Arden' },
  }),
  'the level from a place of which too little is known': trendInput({
    ends: { origin: 'Beford', destination: undefined },
    since: undefined,
    rest: { name: 'elsewhere in North Arden', rows: weeklyRows(() => 0.4), larger: undefined },
  }),
  'against a year before': trendInput({ against: 'lastYear' }),
  'the last week against a year before': trendInput({ against: 'lastYear', since: undefined }),
  'similar to a year before': trendInput({ against: 'lastYear', rows: weeklyRows(() => 1) }),
  'no year before': trendInput({
    against: 'lastYear',
    since: { date: '2021-03-17', event: undefined },
  }),
  'a week that cannot be compared': trendInput({
    since: { date: '2022-12-12', event: undefined },
    isEnded: true,
  }),
  'weeks that cannot be compared': trendInput({
    since: { date: '2022-04-11', event: undefined },
    lastDay: '2022-05-01',
    isEnded: true,
    events: [event({}), event({ slug: 'storm', kind: 'wfh_eased', date: '2022-04-13' })],
  }),
  'the last week after another event': trendInput({
    since: undefined,
    events: [event({ date: '2022-12-07', kind: 'lockdown_start', clause: 'a lockdown began' })],
  }),
  'against a year before, after an event': trendInput({
    against: 'lastYear',
    events: [
      event({}),
      event({
        slug: 'wave',
        kind: 'lockdown_start',
        date: '2021-02-03',
        clause: 'a lockdown began',
      }),
    ],
  }),
  'several places by rail against a year before': trendInput({
    against: 'lastYear',
    mode: rail,
    ends: { origin: undefined, destination: 'Ayton, Beford and Cray' },
  }),
};
