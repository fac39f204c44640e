import { complete } from '#src/grammar/complete.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { attribute, markup } from '#src/html/markup.ts';

/** How a command may go on at the caret, as options of a list; empty where it cannot, or nothing answers. */
export function renderCompletions(
  text: string,
  caret: number,
  vocabulary: Vocabulary | undefined,
): string {
  if (vocabulary === undefined) return '';
  const options = complete(text, caret, vocabulary).map(({ from, to, insert, label, hint }, at) => {
    const where = [
      attribute('id', `suggestion-${at}`),
      attribute('data-from', from),
      attribute('data-to', to),
      attribute('data-insert', insert),
    ];
    const help = hint === undefined ? markup`` : markup` <span class="hint">${hint}</span>`;
    return markup`<li role="option" aria-selected="false"${where}>${label}${help}</li>`;
  });
  return markup`${options}`.html;
}
