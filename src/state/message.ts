import { z } from 'zod';

/**
 * What becomes of a message. `queued`: nobody has begun. `claimed`: one worker has it, and has not begun to post. `posting`: it may have reached
 * Slack. `posted`: it has, at `ts`. `refused`: it never will. `unknown`: nobody can tell; only a person may have it sent again.
 */
export const messageState = z.enum([
  'queued',
  'claimed',
  'posting',
  'posted',
  'refused',
  'unknown',
]);
export type MessageState = z.output<typeof messageState>;

/** How many messages have not been begun: all, those of one owner, and those to one channel. */
export type Waiting = {
  readonly all: number;
  readonly ofOwner: number;
  readonly inChannel: number;
};

/** What a message is: an answer, a digest, or a notice to somebody about something that went wrong. */
export const messageKind = z.enum(['answer', 'digest', 'notice']);
export type MessageKind = z.output<typeof messageKind>;

/**
 * A message that is to be posted once. `key`: what, where and for when, the same for the same message. `channel` and `owner`: Slack IDs; the owner is told
 * where a message fails. `body`: what the sender needs to write it, as JSON. `due`: not before this time.
 */
export type NewMessage = {
  readonly key: string;
  readonly kind: MessageKind;
  readonly channel: string;
  readonly owner: string;
  readonly body: unknown;
  readonly due: Date;
};

/**
 * A message as it stands. `attempts`: how often it was claimed. `ts`: Slack's name of the post. `file`: Slack's ID of the picture that was uploaded for it and
 * is not deleted. `content`: what was posted, as JSON, if anything was begun.
 */
export type Message = NewMessage & {
  readonly state: MessageState;
  readonly attempts: number;
  readonly ts: string | undefined;
  readonly reason: string | undefined;
  readonly file: string | undefined;
  readonly content: unknown;
};

/** A message in one worker's hands until `until`. `lease` names the hold; `found` is the state in which it lay: `posting` was taken over from a worker that began it. */
export type Claim = Message & {
  readonly lease: string;
  readonly until: Date;
  readonly found: 'queued' | 'claimed' | 'posting';
};
