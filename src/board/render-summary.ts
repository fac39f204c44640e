import { markup, type Html } from '#src/html/markup.ts';
import { renderSentences } from './render-sentences.ts';
import { headingOf } from './render-view.ts';
import type { View } from './views.ts';
import { words } from './words.ts';

/** What all views found, at the top of the page: the words of the trend, then the first sentence of each of the others. Nothing where there is none. */
export function renderSummary(views: readonly View[], notes: readonly string[]): Html {
  const said = views.flatMap((view) => (view.name === 'method' ? [] : sayView(view)));
  if (said.length === 0) return markup``;
  return markup`<section aria-labelledby="summary"><h2 id="summary">${words.summary}</h2>${notes.map((note) => markup`<p class="note">${note}</p>`)}${said}</section>`;
}

function sayView(view: View): readonly Html[] {
  if (view.kind !== 'answered') return [];
  const { echo, reply } = view.answered;
  const [lead = '', ...others] = reply.sentences.map(({ text }) => text);
  return view.name === 'trend'
    ? [renderSentences({ echo, lead, others })]
    : [
        markup`<p class="found"><a href="#${view.name}">${words.headed(headingOf(view))}</a> ${lead}</p>`,
      ];
}
