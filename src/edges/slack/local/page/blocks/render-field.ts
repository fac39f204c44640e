import type {
  Datepicker,
  ExternalSelect,
  InputBlock,
  PlainTextInput,
  StaticSelect,
} from '@slack/types';
import { attribute, flag, markup, type Html } from '#src/html/markup.ts';
import { unknownPart } from './unknown-part.ts';

/** Characters that Slack takes where a field does not say. */
const mostCharacters = 3000;

/** What is filled in. `id`: of the field; `given`: its attributes, whatever it is. */
export function renderField(
  element: InputBlock['element'],
  id: string,
  given: readonly Html[],
): Html {
  const all = [...given, attribute('name', element.action_id)];
  switch (element.type) {
    case 'plain_text_input':
      return renderText(element, all);
    case 'datepicker':
      return renderDay(element, all);
    case 'static_select':
      return renderMenu(element, all);
    case 'external_select':
      return renderSearch(element, id, all);
    default:
      throw unknownPart(element.type);
  }
}

function renderText(element: PlainTextInput, given: readonly Html[]): Html {
  const { initial_value: initial, multiline: isMultiline } = element;
  const all = [
    ...given,
    attribute('minlength', element.min_length),
    attribute('maxlength', element.max_length ?? mostCharacters),
    attribute('placeholder', element.placeholder?.text),
    flag('autofocus', element.focus_on_load),
  ];
  // A line break right after the tag is not part of the value.
  return isMultiline === true
    ? markup`<textarea rows="4"${all}>\n${initial ?? ''}</textarea>`
    : markup`<input type="text"${all}${attribute('value', initial)}>`;
}

/** Browsers show a day their own way, and no words in its place. */
const renderDay = (
  { initial_date: initial, placeholder }: Datepicker,
  given: readonly Html[],
): Html =>
  markup`<input type="date"${given}${attribute('placeholder', placeholder?.text)}${attribute('value', initial)}>`;

/** Its first line is for choosing nothing. */
function renderMenu(
  { options, option_groups: groups, placeholder, initial_option: initial }: StaticSelect,
  given: readonly Html[],
): Html {
  if (groups !== undefined || options === undefined)
    throw unknownPart('static_select.option_groups');
  const lines = options.map((option) => {
    const { value, text, description } = option;
    const note = description === undefined ? '' : ` (${description.text})`;
    const isChosen = flag('selected', value === initial?.value);
    return markup`<option${attribute('value', value)}${isChosen}>${text.text}${note}</option>`;
  });
  return markup`<select${given}><option value="">${placeholder?.text ?? ''}</option>${lines}</select>`;
}

/** A field in which one searches: what was found is chosen from a list, and its value is kept apart from its name. */
function renderSearch(
  { placeholder, initial_option: initial, min_query_length: least = 3 }: ExternalSelect,
  id: string,
  given: readonly Html[],
): Html {
  const all = [
    ...given,
    attribute('value', initial?.text.text),
    attribute('data-value', initial?.value),
    attribute('data-least', least),
    attribute('placeholder', placeholder?.text),
    attribute('aria-controls', `${id}-choices`),
  ];
  return markup`<div class="search"><input type="text" role="combobox" autocomplete="off" aria-autocomplete="list" aria-expanded="false"${all}><ul role="listbox" id="${id}-choices"${flag('hidden', true)}></ul></div>`;
}
