import { notFitting } from '#src/access/standing-words.ts';
import type { Edges } from '#src/answer.ts';
import { htmlReply, plainReply, type Reply } from '#src/http/reply.ts';
import { composeAsks } from './compose.ts';
import type { Answers } from './make-answers.ts';
import { refusedPlaces, refusedViews, type Refused } from './find-refused.ts';
import { findOffer } from './offer.ts';
import { readPictureName, type PictureName } from './picture-name.ts';
import { readPicks } from './picks.ts';
import { readBoardFile } from './read-board-file.ts';
import { renderBoard, renderRefusal, type Frame } from './render-board.ts';
import type { Rights, Why } from './rights.ts';
import { answerView, answerViews, type Answered, type View, type Viewing } from './views.ts';
import { words } from './words.ts';

/** Who looks, and what they may see. `search`: what the address asks for. */
export type Look = {
  readonly path: string;
  readonly search: URLSearchParams;
  readonly rights: Rights;
  readonly frame: Frame;
};

/** What somebody is about to see, and what they are refused. */
export type Seen = { readonly shown: readonly Answered[]; readonly refused: readonly Refused[] };

/** What the dashboard works with. `record`: enters in the audit what is about to be shown of real data or refused, and throws where it cannot. */
export type BoardParts = {
  readonly current: () => Edges | undefined;
  readonly answers: Answers;
  readonly record: (seen: Seen, edges: Edges) => Promise<void>;
};

const refusedBy = (reason: string): Refused => ({
  decision: 'notPermitted',
  reason,
  ask: undefined,
});
const [notEntered, notFitted] = [refusedBy('noGroup'), refusedBy('settings')];

const nothing = plainReply(404, words.nothing);

/** Answers a look at the dashboard: the page, a picture of it, or a file that it needs. What the viewer may not see is never worked out. */
export async function answerBoard(look: Look, parts: BoardParts): Promise<Reply> {
  const { path, rights, frame } = look;
  const file = await readBoardFile(path);
  if (file !== undefined) return file;
  const picture = readPictureName(path);
  if (path !== '/board' && picture === undefined) return nothing;
  const refuse = (why: Why, status = 403): Reply =>
    picture === undefined ? htmlReply(status, renderRefusal(why, frame)) : { ...nothing, status };
  if (rights.kind === 'none') {
    await recordReal({ shown: [], refused: [notEntered] }, parts.current(), parts);
    return refuse(rights.why);
  }
  // A release may be replaced, or withdrawn, while its views are worked out: they are not shown then.
  for (let tries = 0; tries < 2; tries += 1) {
    const edges = parts.current();
    if (edges === undefined) return refuse(words.noRelease, 503);
    const looking = { ...look, picture, tiers: rights.tiers, edges, refuse };
    const reply = await showViews(looking, parts);
    if (reply !== undefined) return reply;
  }
  return refuse(words.changed, 503);
}

type Looking = Omit<Look, 'path' | 'rights'> &
  Pick<Viewing, 'tiers' | 'edges'> & {
    readonly picture: PictureName | undefined;
    readonly refuse: (why: Why) => Reply;
  };

/** The page, or one picture of it. Undefined: the release does not answer any more. */
async function showViews(looking: Looking, parts: BoardParts): Promise<Reply | undefined> {
  const { search, frame, picture, tiers, edges, refuse } = looking;
  const offer = findOffer(tiers, edges.desk.vocabulary);
  const read = readPicks(search, offer);
  if (read === undefined) {
    await recordReal({ shown: [], refused: [notFitted] }, edges, parts);
    return refuse({ message: notFitting[0], next: notFitting[1] });
  }
  const { release } = edges.desk.warehouse;
  if (picture !== undefined && !isOfRelease(search, release.releaseId)) return nothing;
  const composed = composeAsks(read.picks, offer);
  const viewing = { composed, tiers, edges, answers: parts.answers };
  const views =
    picture === undefined ? await answerViews(viewing) : [await answerView(picture, viewing)];
  if (parts.current() !== edges) return undefined;
  const shown = views.flatMap((view) => (view.kind === 'answered' ? view.answered : []));
  const places = refusedPlaces(search, tiers, edges.desk.vocabulary);
  await recordReal({ shown, refused: [...places, ...refusedViews(views)] }, edges, parts);
  return picture === undefined
    ? htmlReply(200, renderBoard({ ...read, offer, views, release }, frame))
    : pictureOf(views);
}

async function recordReal(
  seen: Seen,
  edges: Edges | undefined,
  { record }: BoardParts,
): Promise<void> {
  const isReal = edges !== undefined && !edges.desk.warehouse.release.synthetic;
  if (isReal && seen.shown.length + seen.refused.length > 0) await record(seen, edges);
}

/** Whether the address of a picture is of a page of this release. */
const isOfRelease = (search: URLSearchParams, releaseId: string): boolean =>
  search.getAll('release').join('\n') === releaseId;

function pictureOf([view]: readonly View[]): Reply {
  const png = view?.kind === 'answered' ? view.answered.picture?.png : undefined;
  return png === undefined ? nothing : { status: 200, type: 'image/png', body: png };
}
