import { nameOf } from '#src/state/actor.ts';
import { maySee, type Showing } from './showing.ts';

/**
 * Who may have seen some showings. `people` and `guests`: members at the time, added up over channels (somebody in two counts twice), and those who were
 * answered in a terminal. `open`: public channels, which others of the workspace could read too; `shared`: channels shared with another organisation;
 * `unrecorded`: channels of which the audit does not say who was there.
 */
export type Viewers = {
  readonly answers: number;
  readonly channels: number;
  readonly terminals: number;
  readonly people: number;
  readonly guests: number;
  readonly open: number;
  readonly shared: number;
  readonly unrecorded: number;
};

type Room = {
  readonly members: number;
  readonly guests: number;
  readonly isOpen: boolean;
  readonly isShared: boolean;
  readonly isRecorded: boolean;
};

const empty: Room = {
  members: 0,
  guests: 0,
  isOpen: false,
  isShared: false,
  isRecorded: false,
};

/** The most that a channel was at any of the times. */
function largerRoom(room: Room, { channel }: Showing): Room {
  if (channel === undefined) return room;
  const { kind, members, guests, isShared } = channel.audience;
  return {
    members: Math.max(room.members, members),
    guests: Math.max(room.guests, guests),
    isOpen: room.isOpen || kind === 'public',
    isShared: room.isShared || isShared,
    isRecorded: true,
  };
}

/** Where a showing was: the ID of its channel, or undefined in a terminal. */
export function channelOf({ channel, message }: Showing): string | undefined {
  return channel?.audience.kind === 'terminal' ? undefined : (channel?.id ?? message?.channel);
}

/** Counts who may have seen the showings: those which nobody can have seen do not count. */
export function countViewers(showings: readonly Showing[]): Viewers {
  const seen = showings.filter(maySee);
  const rooms = new Map<string, Room>();
  const alone = new Set<string>();
  for (const showing of seen) {
    const id = channelOf(showing);
    if (id === undefined) alone.add(nameOf(showing.actor));
    else rooms.set(id, largerRoom(rooms.get(id) ?? empty, showing));
  }
  const all = [...rooms.values()];
  const sum = (of: (room: Room) => number) => all.reduce((total, room) => total + of(room), 0);
  return {
    answers: seen.length,
    channels: rooms.size,
    terminals: alone.size,
    people: sum(({ members }) => members) + alone.size,
    guests: sum(({ guests }) => guests),
    open: sum(({ isOpen }) => (isOpen ? 1 : 0)),
    shared: sum(({ isShared }) => (isShared ? 1 : 0)),
    unrecorded: sum(({ isRecorded }) => (isRecorded ? 0 : 1)),
  };
}
