import { markup, type Html } from '#src/html/markup.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import { sayReceipt } from '#src/summary/say-receipt.ts';
import type { PictureName } from './picture-name.ts';
import { renderQuestion } from './render-question.ts';
import { renderSentences } from './render-sentences.ts';
import { renderTable } from './render-table.ts';
import type { Answered, Nearest, View, ViewName } from './views.ts';
import { words } from './words.ts';

/** What is known to every view. `pictureUrl`: where its picture is. `views`: all of them. */
export type ViewContext = {
  readonly release: ReleaseInfo;
  readonly pictureUrl: (name: PictureName) => string;
  readonly views: readonly View[];
};

/** One view under its heading, or why it is not there. */
export function renderView(view: View, context: ViewContext): Html {
  const { name } = view;
  return markup`<section aria-labelledby="${name}"><h2 id="${name}">${headingOf(view)}</h2>${insideOf(view, context)}</section>`;
}

/** The heading of a view. */
export function headingOf(view: View): string {
  const ask = view.kind === 'answered' ? view.answered.reading.ask : undefined;
  const isOfOne = ask?.command === 'flows' && ask.way !== 'between';
  return isOfOne ? words.into : words.headings[view.name];
}

function insideOf(view: View, context: ViewContext): Html {
  switch (view.kind) {
    case 'answered':
      return renderAnswered(view, context);
    case 'refused':
      return markup`<p class="note">${view.refusal.message} ${view.refusal.next}</p>${renderNearest(view.nearest, view, context)}`;
    case 'fault':
      return markup`<p class="note">${words.fault(view.reference)}</p>`;
    case 'absent':
      return markup`<p class="note">${words.absent[view.name]}</p>`;
    default:
      return view satisfies never;
  }
}

/** A link to the view where it is on the page, or else the question. */
function renderNearest(nearest: Nearest | undefined, view: View, { views }: ViewContext): Html {
  if (nearest === undefined) return markup``;
  const here = views.find(({ name, kind }) => kind === 'answered' && name === nearest.command);
  if (here !== undefined)
    return markup`<p>${words.nearest} <a href="#${here.name}">${headingOf(here)}</a></p>`;
  return markup`<p>${words.nearest}</p>${renderQuestion(nearest.question, view.name, headingOf(view))}`;
}

function renderAnswered(
  view: Extract<View, { readonly kind: 'answered' }>,
  { release, pictureUrl }: ViewContext,
): Html {
  const { name, question, answered } = view;
  const { reply } = answered;
  return markup`${renderWords(name, answered)}${renderPicture(view, pictureUrl)}${renderTable(reply.table)}${renderQuestion(question, name, headingOf(view))}<p class="receipt">${sayReceipt(release, reply.provenance)}</p>`;
}

/** Those of the trend stand at the top of the page. How an answer was worked out takes many steps, which open at a press. */
function renderWords(name: ViewName, { echo, reply }: Answered): Html {
  if (name === 'trend') return markup``;
  const [lead = '', ...others] = reply.sentences.map(({ text }) => text);
  const said = renderSentences({ echo, lead, others });
  if (name !== 'method') return said;
  return markup`${renderSentences({ echo, lead, others: [] })}<details><summary>${words.steps}</summary><ol class="sentences">${others.map((text) => markup`<li>${text}</li>`)}</ol></details>`;
}

function renderPicture(
  view: Extract<View, { readonly kind: 'answered' }>,
  pictureUrl: ViewContext['pictureUrl'],
): Html {
  const { name, answered } = view;
  const { picture, lostPicture, reply } = answered;
  if (lostPicture !== undefined) return markup`<p class="note">${words.lost(lostPicture)}</p>`;
  if (picture === undefined || name === 'method') return markup``;
  const { widthPx, heightPx } = picture;
  const url = pictureUrl(name);
  return markup`<figure><img src="${url}" width="${String(widthPx / 2)}" height="${String(heightPx / 2)}" alt="${reply.chart?.alt.text ?? ''}"><figcaption><a href="${url}">${words.fullSize(headingOf(view))}</a></figcaption></figure>`;
}
