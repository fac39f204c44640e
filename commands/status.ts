import type { Command } from '#commands/command.ts';
import { sayStatus, tableStatus } from '#src/summary/say-status.ts';
import { dayNumber } from '#src/week.ts';

/** What the release holds, to when, and how it is protected. */
export const status: Command<'status'> = {
  name: 'status',
  usage: 'status',
  purpose: 'Which data answers come from, to when they go, and how they are protected',
  reply: (_ask, { warehouse: { release }, vocabulary }) => {
    const days = dayNumber(release.lastDay) - dayNumber(release.firstDay) + 1;
    const finding = {
      kind: 'status' as const,
      release,
      weeks: days / 7,
      areas: vocabulary.areas.length,
    };
    const sentences = sayStatus(finding);
    const table = tableStatus(finding);
    return Promise.resolve({ finding, sentences, table, chart: undefined, provenance: [] });
  },
};
