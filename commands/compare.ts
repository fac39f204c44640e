import type { Command } from '#commands/command.ts';
import { readPlaces } from '#commands/read-places.ts';
import { replyCompare } from '#commands/reply-compare.ts';

/** How trips changed in several places, side by side. */
export const compare: Command<'compare'> = {
  name: 'compare',
  usage: 'compare region:PLACE,PLACE [since:DATE or EVENT] [until:DATE] [mode:MODE]',
  purpose: 'Changes in several places side by side, and whether they differ',
  reply: async (ask, desk) => {
    const { input, provenance } = await readPlaces(ask, desk);
    return replyCompare(input, provenance);
  },
};
