import { insteadOfTrend } from '#src/grammar/instead-of-trend.ts';
import { againstBefore } from '#src/grammar/notes.ts';
import type { Area } from '#src/area.ts';
import type { Grain, Mode, TrendAsk } from '#src/grammar/ask.ts';
import type { Asked } from '#src/grammar/asked.ts';
import { checkDates } from '#src/grammar/check-dates.ts';
import { settleModes } from '#src/grammar/settle-modes.ts';
import { settlePeriod } from '#src/grammar/settle-period.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import { settleWhen } from '#src/grammar/settle-when.ts';
import {
  allTransportOnly,
  byModeOfOne,
  endsOnlyByDay,
  meaningless,
  noModes,
  onlyByWeek,
  placeNeeded,
  type Refusal,
} from '#src/refusal.ts';

type Line = { readonly origins: readonly Area[]; readonly destinations: readonly Area[] };

/** Settles trips over time, between two groups of places or of one group. */
export function settleTrend(line: Line, asked: Asked): Settled<TrendAsk> {
  const { draft, suggest, lexicon } = asked;
  const places = line.destinations.length > 0 ? line.destinations : line.origins;
  if (places.length === 0) return refused(nothingNamed(asked));
  const wishes = settlePeriod(asked);
  if (wishes.kind === 'refused') return wishes;
  const instead = insteadOfTrend(line, asked);
  const since = settleWhen(wishes.value.since, 'since', places, lexicon, instead);
  if (since.kind === 'refused') return since;
  const until = settleWhen(wishes.value.until, 'until', places, lexicon, instead);
  if (until.kind === 'refused') return until;
  const modes = settleModes(asked);
  if (modes.kind === 'refused') return modes;
  const ask: TrendAsk = {
    command: 'trend',
    origins: line.origins,
    destinations: line.destinations,
    modes: modes.value,
    since: since.value,
    until: until.value,
    by: draft.grains.find((grain) => grain !== 'week') ?? 'week',
    against: draft.against[0] ?? 'before',
    show: draft.shows[0],
  };
  const refusal =
    checkDates(ask.since?.date, ask.until?.date, () => suggest.any, lexicon.vocabulary) ??
    checkGrain(ask, asked);
  if (refusal !== undefined) return refused(refusal);
  return settled(ask, [...wishes.notes, ...noteAgainst(ask, asked)]);
}

/** What is held against the usual without a date, where that was said. */
function noteAgainst({ since }: TrendAsk, { draft }: Asked): readonly string[] {
  return since === undefined && draft.against.includes('before') ? [againstBefore()] : [];
}

function nothingNamed({ draft, text, suggest }: Asked): Refusal {
  const { commands, since, until, bare, modes, grains, against, shows, unknown } = draft;
  const said = [commands, since, until, bare, modes, grains, against, shows].flat();
  return unknown.length > 0 && said.length === 0
    ? meaningless(text, suggest.any)
    : placeNeeded(suggest.any);
}

function checkGrain(ask: TrendAsk, { suggest, lexicon }: Asked): Refusal | undefined {
  const plain = { ...ask, by: 'week', against: 'before' } as const;
  if (ask.against === 'lastYear' && ask.by !== 'week')
    return onlyByWeek(suggest.trend({ ...plain, against: 'lastYear' }));
  switch (ask.by) {
    case 'week':
      return undefined;
    case 'mode':
      return checkByMode(ask.modes, lexicon.vocabulary.modes, suggest.trend(plain));
    case 'day':
    case 'weekday':
      return checkDaily(ask, ask.by, suggest.trend);
    default:
      return ask.by satisfies never;
  }
}

function checkByMode(
  asked: readonly Mode[],
  declared: readonly Mode[],
  example: string,
): Refusal | undefined {
  if (declared.length < 2) return noModes(example);
  return asked.length === 1 ? byModeOfOne(example) : undefined;
}

/** Figures of days are there for all transport, by where trips end. */
function checkDaily(
  ask: TrendAsk,
  by: Grain,
  trend: (changed: Partial<TrendAsk>) => string,
): Refusal | undefined {
  if (ask.modes.length > 0)
    return allTransportOnly(trend({ ...ask, modes: [], origins: [], by, destinations: ends(ask) }));
  if (ask.origins.length > 0)
    return endsOnlyByDay(trend({ ...ask, origins: [], by, destinations: ends(ask) }));
  return undefined;
}

function ends({ origins, destinations }: Line): readonly Area[] {
  return destinations.length > 0 ? destinations : origins;
}
