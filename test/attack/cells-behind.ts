import { mondayOf } from '#src/week.ts';
import type { Country } from '#test/attack/country.ts';
import type { Side, Subject, Time } from '#test/attack/subject.ts';
import type { TrueCell, TrueDay, TrueLeaf, Truth } from '#test/attack/truth.ts';

/** What a figure is of. */
type Of = { readonly subject: Subject; readonly time: Time };

/**
 * The leaves, or days, that a figure is the sum of, by public knowledge alone: which places lie in which.
 * `splits`: whether every week of a figure of days is so nearly all in days that these may be said.
 */
export type CellsBehind = {
  readonly cells: (of: Of) => readonly TrueCell[];
  readonly splits: (of: Of, bound: number) => boolean;
};

const holds = (areas: readonly string[], code: string, { within }: Country): boolean =>
  areas.some((area) => area === '*' || within.get(area)?.has(code) === true);

const isInSide = ({ within, without }: Side, code: string, country: Country): boolean =>
  holds(within, code, country) && !holds(without, code, country);

/** The most of a week, in per cent, that its days may leave out. */
const mostLeftOut = 5;

const sum = (cells: readonly TrueCell[]): number => cells.reduce((total, { y }) => total + y, 0);

/** By flow, then by week. */
type Flows = readonly {
  readonly one: TrueLeaf;
  readonly byWeek: ReadonlyMap<string, TrueLeaf>;
}[];

function flowsOf(leaves: readonly TrueLeaf[]): Flows {
  const groups = Map.groupBy(leaves, (leaf) => `${leaf.origin} ${leaf.destination} ${leaf.mode}`);
  return [...groups.values()].flatMap((group) => {
    const [one] = group;
    const byWeek = new Map(group.map((leaf) => [leaf.week, leaf]));
    return one === undefined ? [] : [{ one, byWeek }];
  });
}

/** Remembers what was worked out for each subject. */
function remembered<T>(workOut: (subject: Subject) => T): (subject: Subject) => T {
  const known = new Map<string, T>();
  return (subject) => {
    const found = known.get(subject.key) ?? workOut(subject);
    known.set(subject.key, found);
    return found;
  };
}

/** Finds the cells behind figures. */
export function cellsBehind({ leaves, days, country }: Truth): CellsBehind {
  const all = flowsOf(leaves);
  const flows = remembered(({ origins, destinations, modes }) =>
    all.filter(
      ({ one }) =>
        modes.includes(one.mode) &&
        isInSide(origins, one.origin, country) &&
        isInSide(destinations, one.destination, country),
    ),
  );
  const byDate = remembered(({ destinations }) =>
    Map.groupBy(
      days.filter(({ destination }) => isInSide(destinations, destination, country)),
      ({ date }) => date,
    ),
  );
  const ofWeeks = ({ subject, time }: Of): readonly TrueLeaf[] =>
    time.dates.flatMap((week) => flows(subject).flatMap(({ byWeek }) => byWeek.get(week) ?? []));
  const ofDays = ({ subject, time }: Of): readonly TrueDay[] =>
    time.dates.flatMap((date) => byDate(subject).get(date) ?? []);
  const splits = ({ subject, time }: Of, bound: number): boolean =>
    time.dates.every((date) => {
      const monday = mondayOf(date);
      const week = sum(ofWeeks({ subject, time: { grain: 'week', dates: [monday] } }));
      const own = [...byDate(subject)].flatMap(([day, cells]) =>
        mondayOf(day) === monday ? cells : [],
      );
      const left = week - sum(own);
      return (
        own.some(({ published }) => published) &&
        left <= Math.max(bound, (week * mostLeftOut) / 100)
      );
    });
  return { cells: (of) => (of.time.grain === 'week' ? ofWeeks(of) : ofDays(of)), splits };
}
