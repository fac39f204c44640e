import type { Frame } from '#src/board/render-board.ts';
import { answerBoard, type BoardParts } from '#src/board/answer-board.ts';
import { makeAnswers, usualSize } from '#src/board/make-answers.ts';
import { findRights } from '#src/board/rights.ts';
import { searchText } from '#src/board/search-text.ts';
import { words } from '#src/board/words.ts';
import type { ChannelId } from '#src/access/room.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { Reply } from '#src/http/reply.ts';
import type { OfficeParts } from '../office-parts.ts';
import { readFacts } from '../read-facts.ts';

/** Who looks at the dashboard of the local page, and from which channel. `name`: as people know them. */
type BoardSeat = {
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly channel: { readonly id: ChannelId; readonly name: string; readonly kind: string };
};

/** The dashboard as it is seen from a seat. */
export type ShowBoard = (seat: BoardSeat, url: URL) => Promise<Reply>;

/** The dashboard of the local page: each channel shows what the bot would answer in it. */
export function makeShowBoard(parts: Pick<OfficeParts, 'release' | 'slack' | 'access'>): ShowBoard {
  const current = () => parts.release.current();
  const board: BoardParts = {
    current,
    answers: makeAnswers(usualSize, (edges) => edges === current()),
    record: () => Promise.reject(new Error('the local page shows synthetic data alone')),
  };
  return async (seat, { pathname, searchParams }) => {
    const facts = await readFacts({ asker: seat.person.id, channel: seat.channel.id }, parts);
    const rights = findRights({ ...facts, config: parts.access });
    const look = { path: pathname, search: searchParams, rights, frame: frameOf(seat) };
    return answerBoard(look, board);
  };
}

function frameOf({ person, channel }: BoardSeat): Frame {
  const kept = [
    ['as', person.id],
    ['in', channel.id],
  ] as const;
  const where = channel.kind === 'direct' ? words.direct : channel.name;
  const back = { href: `./?${searchText(kept)}`, label: words.backTo(where) };
  return { who: words.seenFrom(person.name, where), kept, back };
}
