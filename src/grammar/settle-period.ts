import type { Asked } from '#src/grammar/asked.ts';
import { weekOf } from '#src/grammar/calendar-period.ts';
import type { Wish } from '#src/grammar/draft.ts';
import { spellShift } from '#src/grammar/event-shift.ts';
import { lastWeekOnly, readAs, readAsStart } from '#src/grammar/notes.ts';
import { periodWords } from '#src/grammar/period-words.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import { givenTwice, startOrEnd } from '#src/refusal.ts';

/** The one start and the one end that were asked for. */
export type Wishes = { readonly since: Wish | undefined; readonly until: Wish | undefined };

/** What a day by itself means: the start of what is told, or the week that holds it. */
export type BareDay = 'start' | 'week';

/** Finds start and end among the dates of a question, or refuses what was said twice with different meanings. */
export function settlePeriod(asked: Asked, bareDay: BareDay = 'start'): Settled<Wishes> {
  const { draft, suggest } = asked;
  const { since, until, bare } = draft;
  const twice = [since, until].find((wishes) => new Set(wishes.map(sayWish)).size > 1);
  if (twice !== undefined)
    return refused(givenTwice(twice === since ? 'since' : 'until', suggest.any));
  const [spare] = since.length > 0 ? bare : bare.slice(1);
  if (spare !== undefined) return refused(startOrEnd(spare.typed, suggest.any));
  const [wish] = bare;
  const said = { since: since[0], until: until[0] };
  const found = wish === undefined ? settled(said) : withBare(wish, said, bareDay);
  return isLastWeek(found, asked)
    ? settled({ since: undefined, until: undefined }, [lastWeekOnly()])
    : found;
}

/** A date by itself is a start, or its week; a period of several days is a start and an end. */
function withBare(wish: Wish, { until }: Wishes, bareDay: BareDay): Settled<Wishes> {
  if (wish.kind === 'period' && wish.from !== wish.to)
    return settled({ since: wish, until: until ?? wish });
  if (wish.kind === 'period' && bareDay === 'week' && until === undefined) {
    const week: Wish = { ...wish, ...weekOf(wish.from) };
    const note = readAs(wish.typed, `the week ${periodWords(week.from, week.to)}`);
    return settled({ since: week, until: week }, [note]);
  }
  return settled({ since: wish, until }, [readAsStart(wish.typed, sayWish(wish))]);
}

/** Whether the last week is all that was asked for, which is what is told where no period is. Days are told of the period alone. */
function isLastWeek(found: Settled<Wishes>, { draft, lexicon }: Asked): boolean {
  if (found.kind === 'refused' || draft.grains.includes('day')) return false;
  const { since, until } = found.value;
  const last = weekOf(lexicon.vocabulary.lastDay);
  return (
    since?.kind === 'period' &&
    until?.kind === 'period' &&
    since.from === last.from &&
    until.to === last.to &&
    last.to === lexicon.vocabulary.lastDay
  );
}

/** A wish in words: its dates, or its event. */
function sayWish(wish: Wish): string {
  return wish.kind === 'event'
    ? `${wish.slug}${spellShift(wish.shiftDays)}`
    : periodWords(wish.from, wish.to);
}
