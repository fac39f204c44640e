import { everyNth } from '#test/support/thorough.ts';

/** Both ways in which Slack delivers, where it is to be thorough. What tells them apart is tried over both in any case (`test/edges/slack/app`). */
export const transports = everyNth(2, ['http', 'socket'] as const);
