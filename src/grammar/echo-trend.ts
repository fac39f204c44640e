import type { Area } from '#src/area.ts';
import type { TrendAsk } from '#src/grammar/ask.ts';
import { echoModes } from '#src/grammar/echo-modes.ts';
import { echoWhen } from '#src/grammar/echo-when.ts';
import { listed } from '#src/grammar/listed.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

const grains = {
  week: undefined,
  day: 'by day',
  weekday: 'by day of the week',
  mode: 'by type of transport',
};

/** Trips over time, in words that commas join. */
export function echoTrend(ask: TrendAsk, vocabulary: Vocabulary): readonly (string | undefined)[] {
  return [
    ...sayEnds(ask, vocabulary),
    echoModes(ask, vocabulary, ask.by !== 'mode'),
    ask.since && `since ${echoWhen(ask.since)}`,
    ask.until && `until ${echoWhen(ask.until)}`,
    grains[ask.by],
    ask.against === 'lastYear' ? 'against the same weeks a year before' : undefined,
  ];
}

function sayEnds({ origins, destinations }: TrendAsk, vocabulary: Vocabulary): readonly string[] {
  const group = (areas: readonly Area[]) =>
    listed(areas.map((area) => spokenName(area, vocabulary)));
  const isTogether = origins.length > 1 || destinations.length > 1;
  const together = isTogether ? ['taken together'] : [];
  const within = (areas: readonly Area[]) =>
    areas.length > 1 ? 'those within them included' : 'those within it included';
  if (origins.length === 0)
    return [`trips that end in ${group(destinations)}`, ...together, within(destinations)];
  if (destinations.length === 0)
    return [`trips that start in ${group(origins)}`, ...together, within(origins)];
  return [`trips from ${group(origins)} to ${group(destinations)}`, ...together];
}
