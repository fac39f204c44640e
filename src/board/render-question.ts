import { flag, markup, type Html } from '#src/html/markup.ts';
import { words } from './words.ts';

/** A question as it can be typed in Slack, under a heading of the page. The button is for those whose browser runs the script. `name`: of the view, once a page. */
export function renderQuestion(question: string, name: string, heading: string): Html {
  const id = `question-${name}`;
  return markup`<div class="question"><span>${words.ask}</span> <code id="${id}">/mobility ${question}</code> <button type="button" data-copy="${id}" aria-label="${words.copyOf(heading)}"${flag('hidden', true)}>${words.copy}</button></div>`;
}
