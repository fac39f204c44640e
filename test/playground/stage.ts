import type { KnownBlock } from '@slack/types';

/** A message as somebody sees it. `thread`: the place of the message that it answers. `onlyFor`: whoever alone sees it, by name. */
type Shown = {
  readonly channel: string;
  readonly thread: number | undefined;
  readonly onlyFor: string | undefined;
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
};

/** A form or a page of the bot's, as it gave it to Slack. */
type Screen = object;

/** A workspace with the bot in it. People and channels are named as on the local page. A message is named by its place among all. */
export type Stage = {
  command(person: string, channel: string, text: string): Promise<void>;
  press(person: string, message: number, action: string): Promise<void>;
  explain(person: string, message: number): Promise<void>;
  /** Somebody writes to the bot, in the thread of a message or in a channel. */
  mention(
    person: string,
    channel: string,
    message: number | undefined,
    text: string,
  ): Promise<void>;
  pressHome(person: string, label: string): Promise<void>;
  /** What is wrong with it, where it stays open. */
  submit(person: string, filled: Readonly<Record<string, string>>): Promise<string | undefined>;
  edit(person: string, block: string, filled: Readonly<Record<string, string>>): Promise<void>;
  /** The values that were found. */
  search(person: string, block: string, query: string): Promise<readonly string[]>;
  openHome(person: string): Promise<void>;
  form(person: string): Screen | undefined;
  home(person: string): Screen | undefined;
  /** All messages of the bot, oldest first. */
  messages(): readonly Shown[];
  close(): Promise<void>;
};

/** The place of a message among others. */
export const placeOf = (ts: string | undefined, all: readonly { readonly ts: string }[]) =>
  ts === undefined ? undefined : all.findIndex((message) => message.ts === ts);

/** The one of that name. */
export function named<T extends { readonly name: string }>(name: string, all: readonly T[]): T {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}
