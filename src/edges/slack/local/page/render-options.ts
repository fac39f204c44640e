import { complete } from '#src/grammar/complete.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { attribute, markup, type Html } from '#src/html/markup.ts';
import type { LocalChoice } from '../local-receiver.ts';

type Option = { readonly label: string; readonly hint: string | undefined };

/** How a command may go on at the caret, as options of a list; empty where it cannot, or nothing answers. */
export function renderCompletions(
  text: string,
  caret: number,
  vocabulary: Vocabulary | undefined,
): string {
  if (vocabulary === undefined) return '';
  return renderOptions(complete(text, caret, vocabulary), ({ from, to, insert }) => [
    attribute('data-from', from),
    attribute('data-to', to),
    attribute('data-insert', insert),
  ]);
}

/** What was found in a search, as options of a list. */
export const renderChoices = (choices: readonly LocalChoice[]): string =>
  renderOptions(choices, ({ value }) => [attribute('data-value', value)]);

function renderOptions<T extends Option>(
  all: readonly T[],
  attributesOf: (option: T) => readonly Html[],
): string {
  const options = all.map((option) => {
    const { label, hint } = option;
    const help = hint === undefined ? markup`` : markup` <span class="hint">${hint}</span>`;
    return markup`<li role="option" aria-selected="false" data-label="${label}"${attributesOf(option)}>${label}${help}</li>`;
  });
  return markup`${options}`.html;
}
