import type { Area } from '#src/area.ts';
import type { DataAsk } from '#src/grammar/ask.ts';
import type { Asked } from '#src/grammar/asked.ts';
import type { Draft } from '#src/grammar/draft.ts';
import { distinct } from '#src/grammar/gazetteer.ts';
import { checkOnce } from '#src/grammar/check-once.ts';
import { partsWithEvent } from '#src/grammar/parts-with-event.ts';
import { settleCompare } from '#src/grammar/settle-compare.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import { settleEvery } from '#src/grammar/settle-every.ts';
import { settleFlows } from '#src/grammar/settle-flows.ts';
import { settleTrend } from '#src/grammar/settle-trend.ts';
import { sortPlaces, type Sorted } from '#src/grammar/sort-places.ts';
import { mixedList, twoCommands } from '#src/refusal.ts';

/** Settles a question about the data: the places named say whether it is one line, places side by side or flows. */
export function settleData(
  command: 'trend' | 'compare' | 'flows' | undefined,
  said: Asked,
): Settled<DataAsk> {
  const asked = countedTogether(said);
  const { draft } = asked;
  if (draft.together.length > 0 && (draft.every.length > 0 || isUnclear(draft)))
    return refused(mixedList(asked.suggest.sideBySide([])));
  const twice = checkOnce(asked);
  if (twice !== undefined) return refused(twice);
  const isFlows = command === 'flows' || isOfFlows(asked);
  if (isFlows && command !== undefined && command !== 'flows')
    return refused(twoCommands([command, 'flows'], asked.suggest.any));
  if (draft.every.length > 0 && !isFlows) return withPlaces(settleEvery(asked), asked);
  const sorted = sortPlaces(asked);
  if (sorted.kind === 'refused') return sorted;
  const done = isFlows
    ? settleFlows(sorted.value, asked)
    : settleSorted(command, sorted.value, asked);
  return done.kind === 'refused' ? done : settled(done.value, [...sorted.notes, ...done.notes]);
}

/** "Cardiff and Swansea together" is one group, as `Cardiff+Swansea` is. */
function countedTogether(asked: Asked): Asked {
  if (asked.draft.together.length === 0) return asked;
  const places = asked.draft.places.map((place) => ({
    ...place,
    joint: place.joint === undefined ? undefined : ('plus' as const),
  }));
  return { ...asked, draft: { ...asked.draft, places } };
}

/** Whether both places and kinds of transport may be what is counted together. */
function isUnclear({ places, modes, together }: Draft): boolean {
  return (
    together.includes('modes') &&
    distinct(places.map(({ area }) => area)).length > 1 &&
    modes.length > 1
  );
}

/** "between Leeds and London" and "from every region to London" ask for flows without the word. */
function isOfFlows({ draft }: Asked): boolean {
  const hasOrigin = draft.places.some(({ slot }) => slot === 'origin');
  return (
    [...draft.places, ...draft.every].some(({ slot }) => slot === 'between') ||
    draft.every.some(({ slot }) => slot === 'origin' || (slot === 'to' && hasOrigin))
  );
}

function settleSorted(
  command: 'trend' | 'compare' | 'flows' | undefined,
  sorted: Sorted,
  asked: Asked,
): Settled<DataAsk> {
  if (sorted.kind === 'sideBySide') {
    const { draft } = asked;
    const line = { origins: [], destinations: sorted.places };
    if (sorted.places.length > 1) return settleCompare(sorted.places, asked);
    if (draft.against.length > 0) return settleTrend(line, asked);
    return draft.modes.length > 1
      ? settleTrend(line, { ...asked, draft: { ...draft, grains: [...draft.grains, 'mode'] } })
      : settleCompare(sorted.places, asked);
  }
  if (command === 'compare')
    return refused(mixedList(asked.suggest.sideBySide(sorted.destinations)));
  const split = partsWithEvent(sorted, asked);
  if (split === undefined) return settleTrend(sorted, asked);
  const compared = settleCompare(split.places, asked);
  return compared.kind === 'refused'
    ? compared
    : settled(compared.value, [split.note, ...compared.notes]);
}

function withPlaces(places: Settled<readonly Area[]>, asked: Asked): Settled<DataAsk> {
  return places.kind === 'refused' ? places : settleCompare(places.value, asked);
}
