import type { Area } from '#src/area.ts';
import { ancestorsOf } from '#src/grammar/ancestors.ts';
import { distinct } from '#src/grammar/gazetteer.ts';
import { placesWithin, type Reach } from './reach.ts';

/**
 * The places nearest to some others that can be asked about: each itself, or the nearest around it, or else the largest within it. Those without any are left out.
 */
export function widenPlaces(areas: readonly Area[], reach: Reach): readonly Area[] {
  return distinct(areas.flatMap((area) => nearestTo(area, reach)));
}

function nearestTo({ code }: Area, reach: Reach): readonly Area[] {
  const { places, check } = reach;
  const area = places.get(code);
  if (area === undefined) return [];
  const around = [area, ...ancestorsOf(area, places)].find((one) => check(one) === undefined);
  return around === undefined ? largestIn(area, reach) : [around];
}

function largestIn(area: Area, reach: Reach): readonly Area[] {
  const around = (one: Area) => ancestorsOf(one, reach.places);
  const within = placesWithin(reach).filter((one) => around(one).includes(area));
  return within.filter((one) => !around(one).some((other) => within.includes(other)));
}
