import { deriveAll } from '#src/disclosure/protected.ts';
import type { CompareMethod, MethodPlace } from '#src/method-finding.ts';
import type { CompareInput } from '#src/statistics/compare/compare-input.ts';
import { comparedItem, type ComparedItem } from '#src/statistics/compare/compared-item.ts';
import { methodRules } from '#src/statistics/method/method-rules.ts';
import type { MethodSettings } from '#src/statistics/method-settings.ts';

/** Why a place has no figure, in a few words. */
const notes: Readonly<Record<ComparedItem['change']['kind'], string>> = {
  measured: '',
  tooSoon: 'too soon',
  tooFewBefore: 'too few weeks before',
  cutShort: 'another event came too soon',
  tooSmall: 'too small to tell a change',
  partlyKnown: 'known in part only',
  noTrips: 'no trips',
  noEvent: 'no such date there',
  notOrdinary: 'last week not ordinary',
};

function placeOf({ input, change, typical }: ComparedItem): MethodPlace {
  const { since } = input;
  return {
    name: input.name,
    date: since === undefined || 'kind' in since ? undefined : since.date,
    beforeWeeks: typical?.beforeWeeks ?? [],
    afterWeeks: typical?.afterWeeks ?? [],
    note: notes[change.kind],
  };
}

/** Finds which weeks each of several places is compared by. */
export function findCompareMethod(input: CompareInput, settings: MethodSettings): CompareMethod {
  return deriveAll(input.rows, () => ({
    kind: 'method' as const,
    about: 'compare' as const,
    release: input.release,
    asked: input.asked,
    rules: methodRules(settings),
    places: input.items.map((item) => placeOf(comparedItem(item))),
  }));
}
