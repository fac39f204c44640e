/** The small words of a question by what they do, as phrases with commas between. English, and of no country. */
export const wordLists = {
  filler: `the, a, an, of, on, for, with, please, show, me, us, give, see, get, tell, what, which, is, was, are, were, be, been, have, has, had,
    how, how many, how much, many, much, number, count, total, all, where, go, goes, trip, trips, journey, journeys, travel, travelling, travelled, people, went,
    movement, movements, going, over, over time, time, change, changed, changes, changing, did, do, does, i, we, you, can, could, would, will, like,
    want, like to, want to, need to, need, needs, know, it, its, that, there, this, data, figures, levels, level, line, picture, during,
    hi, hello, hey, thanks, thank you, area, date, whole, look, looks, looking, happen, happened, from anywhere, from everywhere,
    to anywhere, to everywhere, to see, to know, to show, to get, rose, fell, rise, fall, grow, grown, more, fewer, higher, lower, side by side,
    largest, biggest, top, main`,
  people:
    'how many people, number of people, more people, fewer people, less people, how many persons, how many passengers, how many travellers',
  together:
    'together, taken together, counted together, added together, altogether, combined, in total, summed, sum of, the sum of, total for, total of, total in',
  when: 'when, while, whilst',
  askedDate:
    'when did, when do, when does, when was, when were, when is, when are, when will, what date, what dates, which date, which dates',
  oneWeekday: `weekend, weekends, at the weekend, at weekends, on weekends, mondays, tuesdays, wednesdays, thursdays, fridays, saturdays, sundays,
    each monday, every monday, every tuesday, every wednesday, every thursday, every friday, every saturday, every sunday, which day, which days, what day,
    day is busiest, days are busiest, busiest day, busiest days, quietest day, quietest days`,
  place: 'region, place, in, within, inside, at, near, across, throughout',
  mode: 'mode, by, via, using',
  since: 'since, starting, starting on, beginning, as of',
  after: 'after',
  until: 'until, untill, till, til, up to, ending, ending on',
  before: 'before',
  from: `from, origin, out of, leaving, departing, departing from, away from, starting in, starting at, starting from, that start in, that start at, start in,
    start at, started in, started at, that started in, starts in, that begin in, begin in, began in`,
  to: `to, into, destination, arriving in, arriving at, towards, entering, ending in, ending at, that end in, that end at, end in, end at, ended in, ended at,
    that ended in, ends in, finish in, finished in`,
  and: 'and, plus, or',
  vs: `vs, versus, compared, compared with, compared to, in comparison with, in comparison to, relative to, against, than, rather than`,
  between: 'between',
  everyPlace:
    'everywhere, all places, every place, each place, all areas, every area, each area, nationwide',
  everyMode:
    'all transport, all modes, all modes of transport, any mode, any transport, every mode, all types of transport, all kinds of transport',
  dateLike: `january, february, april, june, july, august, september, october, november, december, jan, feb, apr, jun, jul, aug, sep, sept, oct, nov,
    dec, monday, tuesday, wednesday, thursday, friday, saturday, sunday, today, yesterday, tomorrow, now, so far, to date, last, past, ago, recent,
    recently, latest, previous, next, this week, this month, this year, week, weeks, day, days, month, months, quarter, quarters, year, years,
    christmas, easter, spring, summer, autumn, winter, fortnight, fortnights`,
  timeLike: `ended, ends, end, finished, finishes, finish, stopped, stops, stop, lifted, lifts, lifting, eased, easing, began, begins, begin, started,
    starts, start, introduced, introduction, imposed, guidance, restriction, restrictions, wfh, work from home, working from home, home working,
    homeworking, pandemic, covid, covid 19, coronavirus, lockdown, lockdowns, half term, half terms, term time, school holiday, school holidays,
    summer holidays, holiday, holidays, bank holiday, bank holidays, public holiday, public holidays`,
  placeLike:
    'north, south, east, west, northern, southern, eastern, western, inner, outer, central, greater, upper, lower, rural, urban, mid, middle, downtown, suburban, metropolitan, coastal',
  modeLike: `train, trains, rail, railway, tram, trams, metro, subway, underground, tube, bus, buses, coach, coaches, car, cars, driving, drive, van,
    vans, lorry, lorries, truck, trucks, taxi, taxis, ferry, air, plane, planes, flying, cycling, cycle, bike, bikes, bicycle, walking, walk, foot,
    pedestrians, scooter, scooters, motorcycle, motorcycles, flight, flights, airport, airports, boat, boats, ship, ships`,
} as const;

/** Other words for a command. */
export const commandWords = {
  compare: 'compare, compares, comparing, comparison, comparison of',
  flows: 'flows, flow',
  method: `method, methodology, worked out, work out, worked this out, work this out, calculated, computed, how this was worked out,
    how was this worked out, how this is worked out, how is this worked out`,
} as const;

/** What a trend can be shown by. */
export const grainWords = {
  week: 'week, weeks, weekly, by week, by weeks, per week, each week, every week, week by week',
  day: 'day, days, daily, by day, by days, per day, each day, every day, day by day, daily figures',
  weekday: `weekday, weekdays, which day of the week, which days of the week, what day of the week, by weekday, by weekdays, per weekday, each weekday, by day of the week, by days of the week, by day of week,
    day of the week, day of week, days of the week`,
  mode: `mode, modes, transport, by mode, by modes, by transport, by type of transport, by types of transport, by kind of transport,
    by kinds of transport, by mode of transport, by modes of transport, by transport mode, by transport type, by transport types, per mode, each mode`,
} as const;

/** What weeks can be held against. */
export const againstWords = {
  before: 'usual, normal, the usual, than usual, than normal, than before, before it',
  lastYear: `with last year, to last year, on last year, a year ago, one year ago, a year before, a year earlier, the year before, year before, year on year, than last year, than a year ago, than a year before, than the year before, same week last year, same weeks last year,
    the same week last year, the same weeks last year, same time last year, the same time last year, the same weeks a year before`,
} as const;

/** What cannot be asked yet. */
export const laterWords = {
  detail: 'detail',
  map: 'map, as a map, on a map',
  digest: 'digest',
  watch: 'watch',
  breakdown: `by month, by hour, by age, by sex, by distance, by place, hourly, monthly, yearly, quarterly, by quarter, by year, per month, per hour,
    per year, per person, each, every, by hour of day, time of day, by time of day,
    hour, hours, morning, mornings, afternoon, afternoons, evening, evenings, night, nights, overnight, rush hour, rush hours, peak hour, peak hours,
    peak time, peak times, off peak`,
  exclusion: `not, except, excluding, without, but, but not, other than, apart from, minus, ignoring,
    non, no, never, excluded, excludes, exclude, leaving out, leave out, left out, rest of, the rest of, rest, remainder of, the remainder of, elsewhere in,
    outside, outside of`,
  purpose:
    'work, working, commute, commutes, commuted, commuting, commuter, commuters, business, tourist, tourists, tourism, shopping, school, leisure, purpose, by purpose',
} as const;
