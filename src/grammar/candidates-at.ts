import type { Candidate } from '#src/grammar/candidate.ts';
import { bestFirst, later, type Measure } from '#src/grammar/closeness.ts';
import { endingsAbout } from '#src/grammar/endings.ts';
import { fitOf } from '#src/grammar/fit.ts';
import { goingOn } from '#src/grammar/going-on.ts';
import { keysAt } from '#src/grammar/keys-at.ts';
import { commands, type Key } from '#src/grammar/keys.ts';
import { type Option, rankOptions } from '#src/grammar/option.ts';
import type { Site } from '#src/grammar/site.ts';
import { rankedPlaces, valueOptions } from '#src/grammar/value-options.ts';
import { commandWords } from '#src/grammar/word-lists.ts';
import { fold } from '#src/grammar/words.ts';

/** What may stand in some stretches that end at one caret, longest first: the best first. */
export function candidatesAt(sites: readonly Site[], measure: Measure): readonly Candidate[] {
  // These commands take nothing else.
  const open = sites.filter(({ commands: said }) => !said.has('help') && !said.has('status'));
  const named = open.find(
    (site) => site.stretch.kind !== 'value' && placesAt(site, measure).length > 0,
  );
  const shortest = Math.max(...open.map((site) => site.stretch.from));
  return open.flatMap((site) => {
    const { stretch } = site;
    if (stretch.kind === 'value') return valuesAt(stretch.key, site, measure);
    // Nothing can be told of words in a question that is not one yet.
    if (site.rest === undefined) return [];
    return [
      ...(stretch.kind === 'start' ? commandsAt(site, measure) : []),
      ...(site.stretch.from === shortest ? keysAt(site, measure) : []),
      ...(site === named ? placesAt(site, measure) : []),
    ];
  });
}

function valuesAt(key: Key, site: Site, measure: Measure): readonly Candidate[] {
  return valueOptions(key, site.stretch.typed, measure, site).map((option) => ({
    site,
    option,
    fit: () => fitOf(option.insert, site.around, goingOn(option, key, site), site.lexicon),
  }));
}

/** Places among words of free text: of several words the first begins the name. */
function placesAt(site: Site, measure: Measure): readonly Candidate[] {
  const { typed } = site.stretch;
  const isOneWord = !typed.phrase.includes(' ');
  const found = typed.phrase === '' ? [] : rankedPlaces(typed, measure, site);
  return plainly(bestFirst(found.filter(({ rank }) => isOneWord || rank < later)), site);
}

function commandsAt(site: Site, measure: Measure): readonly Candidate[] {
  const others: Readonly<Record<string, string>> = commandWords;
  const options = commands.map((command): Option => ({
    kind: 'word',
    insert: command,
    label: command,
    hint: undefined,
    spellings: [command, ...(others[command] ?? command).split(',')].map(fold),
  }));
  return plainly(bestFirst(rankOptions(options, site.stretch.typed, measure)), site);
}

function plainly(options: readonly Option[], site: Site): readonly Candidate[] {
  const endings = endingsAbout([], site.lexicon);
  return options.map((option) => ({
    site,
    option,
    fit: () => fitOf(option.insert, site.around, { others: [], endings }, site.lexicon),
  }));
}
