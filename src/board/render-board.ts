import { spokenName } from '#src/grammar/spoken-name.ts';
import { usableEvent } from '#src/grammar/usual-event.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { markup, type Html } from '#src/html/markup.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { Offer } from './offer.ts';
import type { PictureName } from './picture-name.ts';
import type { Picks, ReadPicks } from './picks.ts';
import { renderForm, type Kept } from './render-form.ts';
import { headingOf, renderView } from './render-view.ts';
import { searchText } from './search-text.ts';
import { renderSummary } from './render-summary.ts';
import type { Why } from './rights.ts';
import type { View } from './views.ts';
import { words } from './words.ts';

/** Who looks. `who`: in words. `kept`: what every address keeps. `back`: where they came from. */
export type Frame = {
  readonly who: string;
  readonly kept: Kept;
  readonly back: { readonly href: string; readonly label: string } | undefined;
};

/** A whole dashboard. */
export type BoardContent = ReadPicks & {
  readonly offer: Offer;
  readonly views: readonly View[];
  readonly release: ReleaseInfo;
};

/** The page with its views. */
export function renderBoard(content: BoardContent, frame: Frame): string {
  const { picks, problem, offer, views, release } = content;
  // A picture of another release would not be what the words beside it say.
  const pictureSearch = searchText([...searchPairs(picks, frame), ['release', release.releaseId]]);
  const pictureUrl = (name: PictureName) => `board/${name}.png?${pictureSearch}`;
  const sections = views.map((view) => renderView(view, { release, pictureUrl, views }));
  const summary = renderSummary(views, notesOn(picks, offer));
  const links = views.map(
    (view) => markup`<li><a href="#${view.name}">${headingOf(view)}</a></li>`,
  );
  const said = problem === undefined ? markup`` : saidOf(words.problems[problem]);
  const synthetic = release.synthetic
    ? markup`<p class="synthetic">${words.synthetic}</p>`
    : markup``;
  const inside = markup`${synthetic}${renderForm(picks, offer, frame.kept)}${said}<nav class="views" aria-label="${words.views}"><ul>${links}</ul></nav>${summary}${sections}`;
  return pageOf(picks.area.name, inside, frame);
}

/** The page with nothing but why there are no views. */
export const renderRefusal = ({ message, next }: Why, frame: Frame): string =>
  pageOf(undefined, saidOf(`${message} ${next}`), frame);

const saidOf = (text: string): Html => markup`<p class="said" role="status">${text}</p>`;

/** An event that only parts of the place have stands behind the other views alone. */
function notesOn({ area, slug }: Picks, { vocabulary }: Offer): readonly string[] {
  const isInParts =
    slug !== undefined && usableEvent(slug, area, lexiconOf(vocabulary)) === undefined;
  return isInParts ? [words.inParts(spokenName(area, vocabulary))] : [];
}

/** What was picked, as an address holds it. */
function searchPairs({ area, slug, since, until }: Picks, { kept }: Frame): Kept {
  const picked = { area: area.code, event: slug, since, until };
  const pairs = Object.entries(picked).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return [...kept, ...pairs];
}

function pageOf(place: string | undefined, inside: Html, { who, back }: Frame): string {
  const title = place === undefined ? words.name : words.title(place);
  const link =
    back === undefined
      ? markup``
      : markup`<nav aria-label="${words.otherPages}"><a href="${back.href}">${back.label}</a></nav>`;
  return markup`<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="board/board.css">
<script type="module" src="board/copy.ts"></script>
</head>
<body data-copied="${words.copied}" data-not-copied="${words.notCopied}">
<a class="skip" href="#main">${words.skip}</a>
<header><div><h1>${title}</h1><p>${who}</p></div>${link}</header>
<main id="main" tabindex="-1">
${inside}
</main>
<p id="status" role="status"></p>
</body>
</html>
`.html;
}
