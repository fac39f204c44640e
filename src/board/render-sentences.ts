import { markup, type Html } from '#src/html/markup.ts';

/** The words of an answer: how the question was read, what was found, and what else there is to say. */
export type Sentences = {
  readonly echo: string;
  readonly lead: string;
  readonly others: readonly string[];
};

/** The words of an answer, what was found first. */
export function renderSentences({ echo, lead, others }: Sentences): Html {
  const list =
    others.length === 0
      ? markup``
      : markup`<ul class="sentences">${others.map((text) => markup`<li>${text}</li>`)}</ul>`;
  return markup`<p class="echo">${echo}</p><p class="lead">${lead}</p>${list}`;
}
