import type { ChannelId } from '#src/access/room.ts';
import type { PersonId } from '#src/state/actor.ts';
import { makeTalk, type Talk } from './talk.ts';
import { makeFiles, type Files } from './files.ts';
import { makeScreens, type Screens } from './screens.ts';
import { makeTickets, type Tickets } from './tickets.ts';
import type { Town } from './town.ts';

/** Where somebody can be answered. */
type Reply = { readonly person: PersonId; readonly channel: ChannelId };

/** What has changed on the local page: a channel, or what one person has open. */
type Change = { readonly channel: ChannelId } | { readonly person: PersonId };

/** The local page: who is there, and what they see. `replies`: addresses at which somebody is answered; `triggers`: names under which somebody is shown a form. */
export type Workspace = {
  readonly town: Town;
  readonly talk: Talk;
  readonly files: Files;
  readonly screens: Screens;
  readonly replies: Tickets<Reply>;
  readonly triggers: Tickets<PersonId>;
  /** Tells of each change from now on; returns what ends that. */
  readonly watch: (listener: (change: Change) => void) => () => void;
};

/** Never asked for: answers to it are taken before they leave. */
const replyHost = 'http://playground.invalid';

/** A workspace in which nothing was said. */
export function makeWorkspace(town: Town, clock: () => Date): Workspace {
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  return {
    town,
    talk: makeTalk(clock, (channel) => tell({ channel })),
    files: makeFiles(),
    screens: makeScreens((person) => tell({ person })),
    replies: makeTickets((count) => `${replyHost}/${count}`),
    triggers: makeTickets((count) => `${count}.trigger`),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
