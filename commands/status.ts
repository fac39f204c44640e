import type { Command } from '#commands/command.ts';
import { releaseInfo } from '#queries/release-info.ts';
import { deriveAll } from '#src/disclosure/protected.ts';
import { sayStatus, tableStatus } from '#src/summary/say-status.ts';
import { dayNumber } from '#src/week.ts';

/** What the release holds, to when, and how it is protected. */
export const status: Command<'status'> = {
  name: 'status',
  usage: 'status',
  purpose: 'Which data answers come from, to when they go, and how they are protected',
  reply: async (_ask, desk) => {
    const { release } = desk.warehouse;
    const { rows, provenance } = await desk.warehouse.run(releaseInfo, {}, desk);
    const finding = deriveAll(rows, () => ({
      kind: 'status' as const,
      release,
      weeks: (dayNumber(release.lastDay) - dayNumber(release.firstDay) + 1) / 7,
      areas: desk.vocabulary.areas.length,
    }));
    return {
      finding,
      sentences: sayStatus(finding),
      table: tableStatus(finding),
      chart: undefined,
      provenance: [provenance],
    };
  },
};
