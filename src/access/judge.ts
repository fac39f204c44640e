import type { Ask } from '#src/grammar/ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { AccessConfig } from './access-config.ts';
import type { Asker, AskerReason } from './check-asker.ts';
import { type AskReason, checkAsk } from './check-ask.ts';
import { checkEntry } from './check-entry.ts';
import type { RoomReason } from './check-room.ts';
import { findGrants, type Grant } from './find-grants.ts';
import type { Room } from './room.ts';

/** Why a question is not answered. */
export type Reason = AskerReason | RoomReason | AskReason;

/** A question, who asks it, and where the answer would be read: `room` and `asker` as Slack says at this moment. */
export type Case = {
  readonly ask: Ask;
  readonly room: Room;
  readonly asker: Asker;
  readonly config: AccessConfig;
  readonly vocabulary: Vocabulary;
};

/** `grant`: the tier by which it was judged, if the room or the asker has one. */
export type Judgement =
  | { readonly kind: 'allowed'; readonly grant: Grant }
  | { readonly kind: 'refused'; readonly reason: Reason; readonly grant: Grant | undefined };

/** Whether a question may be answered in a room. Called when it is asked, and again with facts newly read right before the answer is posted. */
export function judge(asked: Case): Judgement {
  const grants = findGrants(asked.room, asked.asker.roles, asked.config);
  const judged = grants.map((grant) => judgeBy(grant, asked));
  return judged.find(({ kind }) => kind === 'allowed') ?? judged[0] ?? judgeWithout(asked);
}

function judgeBy(grant: Grant, { ask, room, asker, vocabulary }: Case): Judgement {
  const { tier } = grant;
  const reason = checkEntry(room, asker, tier) ?? checkAsk(ask, tier, vocabulary);
  return reason === undefined ? { kind: 'allowed', grant } : { kind: 'refused', reason, grant };
}

/** Without a tier nothing is allowed: the only question is why not. */
const judgeWithout = ({ room, asker }: Case): Judgement => ({
  kind: 'refused',
  reason: checkEntry(room, asker, undefined) ?? 'noTier',
  grant: undefined,
});
