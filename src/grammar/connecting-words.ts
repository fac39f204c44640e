import { type Command, commands, type Later } from '#src/grammar/keys.ts';

type Connective =
  | 'filler'
  | 'place'
  | 'mode'
  | 'since'
  | 'after'
  | 'until'
  | 'before'
  | 'from'
  | 'to'
  | 'and'
  | 'everyMode';
type Suspect = 'dateLike' | 'placeLike' | 'modeLike';

/** What a small word does in a question. A suspect must be part of a name or date that we know. `later` cannot be asked yet. */
export type Role =
  | { readonly kind: Connective | Suspect }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'later'; readonly what: Later };

const connectives: Readonly<Record<Connective | Suspect, string>> = {
  filler: `the, a, an, of, on, for, with, please, show, me, us, give, see, get, tell, what, which, is, was, are, were, be, been, have, has, had,
    how, how many, how much, many, much, number, count, total, all, trip, trips, journey, journeys, travel, travelling, travelled, people, went,
    movement, movements, going, over time, time, change, changed, changes, changing, did, do, does, i, we, you, can, could, would, will, like,
    want, like to, want to, need to, need, needs, know, it, its, that, there, this, data, figures, levels, level, chart, graph, plot, line, picture,
    weekly, per week, hi, hello, hey, thanks, thank you, area, date, whole, look, looks, looking, happen, happened, from anywhere, from everywhere,
    to see, to know, to show, to get, rose, fell, rise, fall, grow, grown`,
  place: 'region, place, in, into, within, inside, at, near, across, throughout',
  mode: 'mode, by, via, using',
  since: 'since, starting, starting from, beginning, as of',
  after: 'after',
  until: 'until, untill, till, til, up to, ending',
  before: 'before',
  from: 'from',
  to: 'to',
  and: 'and',
  everyMode:
    'all transport, all modes, all modes of transport, any mode, any transport, every mode, all types of transport',
  dateLike: `january, february, april, june, july, august, september, october, november, december, jan, feb, apr, jun, jul, aug, sep, sept, oct, nov,
    dec, monday, tuesday, wednesday, thursday, friday, saturday, sunday, today, yesterday, tomorrow, now, so far, to date, last, past, ago, recent,
    recently, latest, previous, next, this week, week, weeks, day, days, month, months, year, years, christmas, easter, spring, summer, autumn, winter,
    weekend, weekends, during`,
  placeLike:
    'north, south, east, west, northern, southern, eastern, western, inner, outer, central, greater, upper, lower, rural, urban',
  modeLike: `train, trains, rail, railway, tram, trams, metro, subway, underground, tube, bus, buses, coach, coaches, car, cars, driving, drive, van,
    vans, lorry, lorries, truck, trucks, taxi, taxis, ferry, air, plane, planes, flying, cycling, cycle, bike, bikes, bicycle, walking, walk, foot,
    pedestrians, scooter, motorcycle`,
};

const later: Readonly<Partial<Record<Later, string>>> = {
  vs: 'vs, versus, compared, comparing, against, than',
  origin: 'origin, leaving, departing, out of, away from',
  destination: 'destination',
  between: 'between',
  measure: 'measure',
  detail: 'detail',
  by: 'by week, by day, by mode, by purpose, by region, by place, by month, by hour, by age, daily, hourly, monthly, yearly, per day, per month, per person, each, every',
  show: 'table',
  compare: 'compare',
  flows: 'flows',
  map: 'map',
  digest: 'digest',
  watch: 'watch',
  method: 'method',
  several: 'everywhere, all regions, all areas, all places, every region, every place, nationwide',
  exclusion: 'not, except, excluding, without, but, other than, apart from, minus, ignoring',
  purpose: 'work, working, commute, commuting, commuters, shopping, school, leisure, purpose',
};

const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  // `Object.entries` forgets that the keys are exactly those of the record.
  ...spread(connectives, (kind) => ({ kind: kind as Connective | Suspect })),
  ...spread(later, (what) => ({ kind: 'later', what: what as Later })),
  ...commands.map((command): [string, Role] => [command, { kind: 'command', command }]),
]);

function spread(
  lists: Readonly<Record<string, string>>,
  role: (name: string) => Role,
): [string, Role][] {
  return Object.entries(lists).flatMap(([name, phrases]) =>
    phrases.split(',').map((phrase): [string, Role] => [phrase.trim(), role(name)]),
  );
}

/** The role of a folded phrase, if it is one of the small words of a question. The list is English and knows no country. */
export function roleOf(phrase: string): Role | undefined {
  return roles.get(phrase);
}

/** Whether a word must be part of a name or date that we know. */
export function isSuspect(role: Role): boolean {
  return role.kind === 'dateLike' || role.kind === 'placeLike' || role.kind === 'modeLike';
}
