import type { InputBlock, PlainTextInput } from '@slack/types';
import { attribute, flag, markup, type Html } from '#src/html/markup.ts';
import { unknownPart } from './unknown-part.ts';

/** Characters that Slack takes where a field does not say. */
const mostCharacters = 3000;

/**
 * A field under its label, named by its action; `data-block` says its block. What is wrong with it is to be said in the empty paragraph whose `data-error` is the
 * block, which a screen reader then reads out.
 */
export function renderInput(
  { label, hint, element, optional: isOptional = false, dispatch_action: acts }: InputBlock,
  block: string,
): Html {
  if (element.type !== 'plain_text_input') throw unknownPart(element.type);
  if (acts === true) throw unknownPart('input.dispatch_action');
  const id = `field-${encodeURIComponent(block.toWellFormed())}`;
  const described = hint === undefined ? `${id}-error` : `${id}-hint ${id}-error`;
  const field = renderField(element, [
    attribute('id', id),
    attribute('data-block', block),
    attribute('aria-describedby', described),
    flag('required', !isOptional),
  ]);
  const mark = isOptional ? markup` <span class="optional">(optional)</span>` : markup``;
  const help =
    hint === undefined ? markup`` : markup`<p class="hint" id="${id}-hint">${hint.text}</p>`;
  return markup`<div class="input"><label for="${id}">${label.text}${mark}</label>${field}${help}<p class="error" id="${id}-error" role="alert" data-error="${block}"></p></div>`;
}

function renderField(element: PlainTextInput, attributes: readonly Html[]): Html {
  const { initial_value: initial, multiline: isMultiline } = element;
  const all = [
    ...attributes,
    attribute('name', element.action_id),
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
