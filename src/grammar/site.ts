import type { Area } from '#src/area.ts';
import { asFlows } from '#src/grammar/as-flows.ts';
import { endingsAbout } from '#src/grammar/endings.ts';
import { type Around, first, fitOf } from '#src/grammar/fit.ts';
import type { Command } from '#src/grammar/keys.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { readDraft } from '#src/grammar/read-draft.ts';
import { segmentsOf } from '#src/grammar/segments.ts';
import type { Stretch } from '#src/grammar/stretches-at.ts';

/** The question without what is completed: the end that it lacks, and how it is asked with that. */
type Rest = { readonly ending: string; readonly asked: string };

/**
 * A stretch to complete, and what the question says beside it: the places that it names, whether any or all of a level are, the commands, and the keys that have a value.
 * `rest`: undefined where no question comes of it, whatever stands here.
 */
export type Site = {
  readonly stretch: Stretch;
  readonly lexicon: Lexicon;
  readonly around: Around;
  readonly places: readonly Area[];
  readonly isPlaced: boolean;
  readonly commands: ReadonlySet<Command>;
  readonly keys: ReadonlySet<string | undefined>;
  readonly rest: Rest | undefined;
};

/** The site of a stretch. */
export function siteOf(text: string, stretch: Stretch, lexicon: Lexicon): Site {
  const around = { before: text.slice(0, stretch.from), after: text.slice(stretch.to) };
  const cut = stretch.kind === 'value' ? stretch.keyAt : stretch.from;
  const withoutKey = { before: text.slice(0, cut), after: around.after };
  const isFirst = stretch.kind === 'value' && stretch.isFirst;
  const { before, after } = isFirst ? withoutKey : around;
  const { places, every, commands } = readDraft(asFlows(`${before}${after}`.trim()), lexicon);
  return {
    stretch,
    lexicon,
    around,
    places: places.map(({ area }) => area),
    isPlaced: places.length + every.length > 0,
    commands: new Set(commands.map(({ command }) => command)),
    keys: new Set(segmentsOf(`${before}${after}`).segments.map(({ key }) => key)),
    rest: restOf(withoutKey, lexicon),
  };
}

function restOf({ before, after }: Around, lexicon: Lexicon): Rest | undefined {
  return first(endingsAbout([], lexicon), (ending) => {
    const fit = fitOf(ending, { before: `${before}${after}`, after: '' }, nothingMore, lexicon);
    return (
      fit && {
        ending,
        get asked() {
          return fit.asked;
        },
      }
    );
  });
}

const nothingMore = { others: [], endings: [] };
