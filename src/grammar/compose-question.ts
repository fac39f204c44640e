import type { FormFields } from '#src/grammar/form-fields.ts';
import { placeKey } from '#src/grammar/place-value.ts';
import { spellValue } from '#src/grammar/spell-value.ts';

/** The text of the question that a form holds, for it to be read as any typed text is. Whatever a field holds, it is one value of its own key. */
export function composeQuestion(fields: FormFields): string {
  const { place, beside, event, from, to, mode } = fields;
  const places = [place, beside].flatMap((one) => (one === undefined ? [] : spellValue(bare(one))));
  return [
    pair('region', places.length === 0 ? undefined : places.join(',')),
    ...[event, from].map((since) => pair('since', since && spellValue(since))),
    pair('until', to && spellValue(to)),
    pair('mode', mode && spellValue(mode)),
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

const pair = (key: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${key}:${value}`;

/** What stands after the key, without its quotation marks. */
function bare(place: string): string {
  const value = place.startsWith(placeKey) ? place.slice(placeKey.length) : place;
  return value.replaceAll('"', '');
}
