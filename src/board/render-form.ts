import type { Area } from '#src/area.ts';
import { dateWords } from '#src/date-words.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { pluralOf } from '#src/grammar/level-words.ts';
import { spellPlace } from '#src/grammar/spell-place.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import { usableEvent } from '#src/grammar/usual-event.ts';
import { attribute, flag, markup, type Html } from '#src/html/markup.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { Offer } from './offer.ts';
import type { Picks } from './picks.ts';
import { words } from './words.ts';

/** A name and a value that every address of the dashboard keeps. */
export type Kept = readonly (readonly [name: string, value: string])[];

/** The form with which a view is picked. It needs no script. */
export function renderForm(picks: Picks, offer: Offer, kept: Kept): Html {
  const { firstDay, lastDay } = offer.vocabulary;
  const hidden = kept.map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );
  const day = (name: 'since' | 'until') =>
    markup`<div class="field"><label for="${name}">${words[name]}</label><input type="date" id="${name}" name="${name}" min="${firstDay}" max="${lastDay}"${attribute('value', picks[name])} aria-describedby="days"></div>`;
  return markup`<form class="pick" method="get" action="board" aria-labelledby="pick">${hidden}<h2 id="pick">${words.pick}</h2><div class="fields"><div class="field"><label for="area">${words.area}</label><select id="area" name="area">${placeOptions(picks, offer)}</select></div><div class="field"><label for="event">${words.event}</label><select id="event" name="event">${eventOptions(picks, offer)}</select></div>${day('since')}${day('until')}<button type="submit">${words.show}</button></div><p class="hint" id="days">${words.daysHint(dateWords(firstDay), dateWords(lastDay))}</p></form>`;
}

const option = (value: string, label: string, isPicked: boolean): Html =>
  markup`<option value="${value}"${flag('selected', isPicked)}>${label}</option>`;

/** The places by their kind. Of several with one name each says what it is part of. */
function placeOptions({ area: picked }: Picks, { places, vocabulary }: Offer): readonly Html[] {
  const { gazetteer } = lexiconOf(vocabulary);
  const ofLevel = Map.groupBy(places.values(), ({ level }) => level);
  const optionOf = (area: Area) =>
    option(area.code, spellPlace(area, gazetteer), area.code === picked.code);
  return [...ofLevel].map(
    ([level, areas]) =>
      markup`<optgroup label="${words.kind(pluralOf(level))}">${areas.map(optionOf)}</optgroup>`,
  );
}

/** Events with a day in the place first, with that day and as they are called there. */
function eventOptions({ area, slug }: Picks, { slugs, vocabulary }: Offer): readonly Html[] {
  const lexicon = lexiconOf(vocabulary);
  const all = [...slugs].map((each) => ({ slug: each, here: usableEvent(each, area, lexicon) }));
  const here = all.flatMap(({ slug: each, here: event }) =>
    event === undefined
      ? []
      : [option(each, words.on(labelOf(event), dateWords(event.date)), each === slug)],
  );
  const elsewhere = all.flatMap(({ slug: each, here: event }) =>
    event === undefined ? nameAnywhere(each, each === slug, vocabulary) : [],
  );
  return [
    option('', words.noEvent, slug === undefined),
    ...group(words.here(spokenName(area, vocabulary)), here),
    ...group(words.elsewhere, elsewhere),
  ];
}

function nameAnywhere(
  slug: string,
  isPicked: boolean,
  { events }: Offer['vocabulary'],
): readonly Html[] {
  const event = events.find((one) => one.slug === slug);
  return event === undefined ? [] : [option(slug, labelOf(event), isPicked)];
}

/** Labels are written for charts, in up to two lines. */
const labelOf = ({ label }: PolicyEvent): string => label.replaceAll(/\s+/gu, ' ');

const group = (label: string, options: readonly Html[]): readonly Html[] =>
  options.length === 0 ? [] : [markup`<optgroup label="${label}">${options}</optgroup>`];
