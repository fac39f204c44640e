import type { InputBlock } from '@slack/types';
import { attribute, flag, markup, type Html } from '#src/html/markup.ts';
import { renderField } from './render-field.ts';

/** A field under its label. Its error belongs into the empty paragraph that names the block in `data-error`; one that tells of each change has `data-tells`. */
export function renderInput(
  { label, hint, element, optional: isOptional = false, dispatch_action: tells }: InputBlock,
  block: string,
): Html {
  const id = `field-${encodeURIComponent(block.toWellFormed())}`;
  const described = hint === undefined ? `${id}-error` : `${id}-hint ${id}-error`;
  const field = renderField(element, id, [
    attribute('id', id),
    attribute('data-block', block),
    attribute('aria-describedby', described),
    flag('required', !isOptional),
    flag('data-tells', tells),
  ]);
  const mark = isOptional ? markup` <span class="optional">(optional)</span>` : markup``;
  const help =
    hint === undefined ? markup`` : markup`<p class="hint" id="${id}-hint">${hint.text}</p>`;
  return markup`<div class="input"><label for="${id}">${label.text}${mark}</label>${field}${help}<p class="error" id="${id}-error" role="alert" data-error="${block}"></p></div>`;
}
