import type { LocalChannel, LocalPerson, Town } from '../town.ts';

/** Who looks at the page, and at which channel. */
export type Seat = { readonly person: LocalPerson; readonly channel: LocalChannel };

/** Channels that somebody can open: public ones, but for guests, and those that they are a member of. */
export const channelsOf = ({ id, isGuest }: LocalPerson, town: Town): readonly LocalChannel[] =>
  town.channels.filter(
    ({ kind, members }) => members.includes(id) || (kind === 'public' && !isGuest),
  );

/** Tiers are set up from the least detail to the most: of the channels where they may ask, somebody begins in the one where most can be asked. */
const beginOf = (open: readonly LocalChannel[], { access }: Town): LocalChannel | undefined =>
  open.findLast(({ id, isShared }) => Object.hasOwn(access.channels, id) && !isShared) ?? open[0];

/** The seat that an address names (`as`: a person, `in`: a channel); where it names none, or none that there is, the first person, and a channel to begin in. */
export function readSeat(search: URLSearchParams, town: Town): Seat {
  const person = town.people.find(({ id }) => id === search.get('as')) ?? town.people[0];
  if (person === undefined) throw new Error('a page without people');
  const open = channelsOf(person, town);
  const channel = open.find(({ id }) => id === search.get('in')) ?? beginOf(open, town);
  if (channel === undefined) throw new Error('a page without channels');
  return { person, channel };
}

/** The address of a seat. */
export const addressOf = (person: string, channel: string): string =>
  `/?as=${encodeURIComponent(person)}&in=${encodeURIComponent(channel)}`;

/** The address of the dashboard as it is seen from a seat. */
export const boardAddressOf = (person: string, channel: string): string =>
  `/board${addressOf(person, channel).slice(1)}`;
