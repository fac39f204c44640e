import { plainCompare } from '#src/grammar/plain-compare.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Area } from '#src/area.ts';
import type { CompareAsk, Grain } from '#src/grammar/ask.ts';
import type { Asked } from '#src/grammar/asked.ts';
import { checkDates } from '#src/grammar/check-dates.ts';
import { settleModes } from '#src/grammar/settle-modes.ts';
import { settlePeriod } from '#src/grammar/settle-period.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import { settleSharedWhen } from '#src/grammar/settle-shared-when.ts';
import { settleWhen } from '#src/grammar/settle-when.ts';
import { onePlaceAtATime, placesNeeded, type Refusal, tooManyPlaces } from '#src/refusal.ts';

/** More rows than this nobody reads. */
const mostPlaces = 40;

/** Settles places side by side. */
export function settleCompare(places: readonly Area[], asked: Asked): Settled<CompareAsk> {
  const { draft, suggest, lexicon } = asked;
  const problem = checkPlaces(places, asked);
  if (problem !== undefined) return refused(problem);
  const wishes = settlePeriod(asked);
  if (wishes.kind === 'refused') return wishes;
  const undated = () => usage(plainCompare(places), lexicon.vocabulary);
  const since = settleSharedWhen(wishes.value.since, places, asked, { undated });
  if (since.kind === 'refused') return since;
  const until = settleWhen(wishes.value.until, 'until', places, lexicon, { undated });
  if (until.kind === 'refused') return until;
  const modes = settleModes(asked);
  if (modes.kind === 'refused') return modes;
  const { value } = since;
  const clash = checkDates(value?.first, until.value?.date, () => suggest.any, lexicon.vocabulary);
  if (clash !== undefined) return refused(clash);
  const ask: CompareAsk = {
    command: 'compare',
    places,
    modes: modes.value,
    since: value?.since,
    until: until.value,
    show: draft.shows[0],
  };
  return settled(ask, wishes.notes);
}

function checkPlaces(places: readonly Area[], asked: Asked): Refusal | undefined {
  const { draft, suggest } = asked;
  const grain = draft.grains.find((one) => one !== 'week');
  if (places.length < 2)
    return placesNeeded('A comparison needs', places[0]?.name, suggest.sideBySide(places));
  if (places.length > mostPlaces)
    return tooManyPlaces(places.length, mostPlaces, suggest.sideBySide(places));
  const isOther = draft.against.includes('lastYear') || grain !== undefined;
  return isOther ? onePlaceAtATime(exampleOfOne(grain, asked)) : undefined;
}

/** The same shown of one place. */
function exampleOfOne(grain: Grain | undefined, { suggest, lexicon }: Asked): string {
  if (grain === undefined) return suggest.trend({ against: 'lastYear' });
  const isTold = grain !== 'mode' || lexicon.vocabulary.modes.length > 1;
  return isTold ? suggest.trend({ by: grain }) : suggest.any;
}
