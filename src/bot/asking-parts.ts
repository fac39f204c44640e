import type { Bell } from './make-bell.ts';
import type { OfficeParts } from './office-parts.ts';

/** What it takes to take a question. `pace`: when the next message of a channel is due. `bell`: wakes those who deliver. `mostWaiting`: so many answers may wait; then "busy". */
export type AskingParts = OfficeParts & {
  readonly pace: (channel: string) => Date;
  readonly bell: Bell;
  readonly mostWaiting: number;
};
