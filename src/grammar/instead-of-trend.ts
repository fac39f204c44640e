import type { Area } from '#src/area.ts';
import type { TrendAsk } from '#src/grammar/ask.ts';
import type { Asked } from '#src/grammar/asked.ts';
import type { Instead } from '#src/grammar/instead.ts';
import { plainCompare } from '#src/grammar/plain-compare.ts';
import { plainTrend } from '#src/grammar/plain-trend.ts';
import { usage } from '#src/grammar/usage.ts';

type Line = { readonly origins: readonly Area[]; readonly destinations: readonly Area[] };

/** What to try of a trend whose date cannot be asked. */
export function insteadOfTrend(line: Line, asked: Asked): Instead {
  const { draft, lexicon } = asked;
  const { origins, destinations } = line;
  const [place] = destinations;
  const isPlain =
    draft.grains.every((grain) => grain === 'week') && !draft.against.includes('lastYear');
  return {
    changed: origins.length > 0 ? undefined : changesOf(asked),
    undated:
      origins.length === 0 || place === undefined
        ? undefined
        : () => usage({ ...plainTrend(place), ...line }, lexicon.vocabulary),
    sideBySide:
      origins.length > 0 || !isPlain
        ? undefined
        : (slug) =>
            usage(
              { ...plainCompare(destinations), since: { kind: 'event', slug } },
              lexicon.vocabulary,
            ),
  };
}

/** What else was asked of the place, where it can be asked of another as well. */
function changesOf({ draft, lexicon }: Asked): Partial<TrendAsk> | undefined {
  const declared = lexicon.vocabulary.modes;
  const named = new Set(draft.modes.map(({ mode }) => mode));
  const chosen = declared.filter((mode) => named.has(mode));
  const modes = chosen.length === declared.length ? [] : chosen;
  const by = draft.grains.find((grain) => grain !== 'week') ?? 'week';
  const isDaily = by === 'day' || by === 'weekday';
  const isByMode = by === 'mode' && declared.length > 1 && modes.length !== 1;
  return by === 'week' || isByMode || (isDaily && modes.length === 0) ? { by, modes } : undefined;
}
