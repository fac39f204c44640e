import type { ChannelId, Room } from '#src/access/room.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { PostOutcome } from '#src/state/sender.ts';
import type { Picture } from '#src/ports.ts';
import type { FormFields } from '#src/grammar/form-fields.ts';
import type { Button, Post } from '#src/post.ts';

/** Somebody, as Slack says at this moment. */
export type Person = {
  readonly id: PersonId;
  readonly isGuest: boolean;
  readonly isStranger: boolean;
  readonly isBot: boolean;
  readonly isDeleted: boolean;
};

/** `shown`: how much of the post Slack took: all; without the picture; or its words alone. Where nobody can tell whether it took any: that it was not all. */
export type PostResult =
  | (Extract<PostOutcome, { readonly kind: 'posted' }> & {
      readonly shown: 'whole' | 'noPicture' | 'words';
    })
  | (Extract<PostOutcome, { readonly kind: 'unknown' }> & {
      readonly shown?: 'noPicture' | 'words';
    })
  | Exclude<PostOutcome, { readonly kind: 'posted' | 'unknown' }>;

/** A place for a file: `file` is its ID, good before any byte went. */
export type FilePlace = { readonly file: string; readonly url: string };

/** A form with a question to change. `state`: sealed. */
export type ChangeForm = {
  readonly kind: 'change';
  readonly question: string;
  readonly state: string;
};

/** One of a menu. `value`: what comes back, at most 75 characters. */
export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly hint: string | undefined;
};

/**
 * A form in which a question is put together. `state`: sealed. `place`, `beside`, `start`: what it begins with. `days`: the first and the last of the data, in words. `goesTo`: who will
 * read the answer. `preview`: what it asks, in words and, where it can be read, as it would be typed.
 */
export type AskForm = {
  readonly kind: 'ask';
  readonly state: string;
  readonly place: Choice | undefined;
  readonly beside: Choice | undefined;
  readonly start: Pick<FormFields, 'event' | 'from' | 'to' | 'mode'>;
  readonly events: readonly Choice[];
  readonly modes: readonly Choice[];
  readonly days: readonly [first: string, last: string];
  readonly goesTo: 'channel' | 'asker';
  readonly preview: { readonly says: string; readonly typed: string | undefined };
};

/** Where somebody is told something at once. */
export type Whispered = {
  readonly channel: ChannelId;
  readonly person: PersonId;
  readonly thread: string | undefined;
};

/** An open form. */
export type FormView = { readonly id: string; readonly hash: string | undefined };

/** A question that can be asked, and what can be done with it at once. */
export type Example = { readonly question: string; readonly buttons: readonly Button[] };

/**
 * What the bot's page says to one person, as plain text. `buttons`: what they can do at once. `headline`: an answer in a few sentences, where they may have one alone; `receipt`: where
 * it came from.
 */
export type HomePage = {
  readonly intro: readonly string[];
  readonly buttons: readonly Button[];
  readonly headline:
    | { readonly echo: string; readonly sentences: readonly string[]; readonly receipt: string }
    | undefined;
  readonly channels: readonly ChannelId[];
  readonly examples: readonly Example[];
  readonly help: readonly string[];
};

/**
 * Slack, as the bot needs it. All but `post` throw `SlackFault` (`code`: Slack's own error, or `ratelimited`, `timeout`, `unreachable`, `unavailable`; `retryable`); reads are tried
 * again a few times within seconds. Everything ends within `deadlineMs` of the configuration.
 */
export type Slack = {
  /** Who is in a channel, newly read. Of a direct message: that of the bot with `asker`; undefined where there is no such channel for the bot. */
  readRoom(channel: ChannelId, asker: PersonId): Promise<Room | undefined>;
  readPerson(person: PersonId): Promise<Person>;
  /** The members of a user group. */
  readGroup(group: string): Promise<ReadonlySet<string>>;
  /** The direct message of the bot with somebody. */
  openDirect(person: PersonId): Promise<ChannelId>;
  reserveFile(picture: Picture, name: string): Promise<FilePlace>;
  /** Sends a picture to its place and waits until a post can show it. */
  sendFile(place: FilePlace, picture: Picture, title: string): Promise<void>;
  /** Also where the file is gone already. */
  deleteFile(file: string): Promise<void>;
  /** Posts once; where Slack rejects the layout, without the picture, then the words alone. Never throws. `to`: a channel, or a person for the bot's direct message with them. */
  post(to: string, post: Post, thread: string | undefined): Promise<PostResult>;
  /** Where a message that may have been posted is found by its file: its name. Undefined proves nothing. */
  findByFile(channel: string, file: string): Promise<string | undefined>;
  /** Changes a message. Where Slack rejects the layout it stays as it was: with less, it would lose what it shows. */
  update(channel: string, ts: string, post: Post): Promise<void>;
  /** Answers one person at once, visible to them alone. */
  respond(responseUrl: string, post: Post): Promise<void>;
  /** Tells one person something in a channel or a thread, visible to them alone: seen only if they are looking, and in a thread only where somebody has answered. */
  whisper(to: Whispered, post: Post): Promise<void>;
  openForm(trigger: string, form: ChangeForm | AskForm): Promise<void>;
  /** Shows another preview in an open form; what is filled in stays. `hash`: only where the form still stands as it did then. */
  updateForm(view: FormView, form: AskForm): Promise<void>;
  showHome(person: PersonId, page: HomePage): Promise<void>;
};
