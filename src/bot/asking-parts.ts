import type { FindOpenChannels } from './find-open-channels.ts';
import type { Bell } from './make-bell.ts';
import type { OfficeParts } from './office-parts.ts';

/** How many answers may wait: of all, of one person, and for one channel; then "busy". */
export type MostWaiting = {
  readonly all: number;
  readonly ofPerson: number;
  readonly inChannel: number;
};

/** What it takes to take a question. `pace`: when the next message of a channel is due. `bell`: wakes those who deliver. */
export type AskingParts = OfficeParts & {
  readonly pace: (channel: string) => Date;
  readonly bell: Bell;
  readonly mostWaiting: MostWaiting;
  readonly findOpenChannels: FindOpenChannels;
};
