import type { Command } from '#commands/command.ts';
import { events } from '#commands/events.ts';
import { status } from '#commands/status.ts';
import { trend } from '#commands/trend.ts';
import { releaseInfo } from '#queries/release-info.ts';
import { deriveAll } from '#src/disclosure/protected.ts';
import { workingExamples } from '#src/grammar/working-examples.ts';
import { sayHelp, tableHelp } from '#src/summary/say-help.ts';

const described = [trend, events, status];

/** What can be asked, with examples that work on this release. */
export const help: Command<'help'> = {
  name: 'help',
  usage: 'help',
  purpose: 'What you can ask, with examples',
  reply: async (_ask, desk) => {
    const { rows, provenance } = await desk.warehouse.run(releaseInfo, {}, desk);
    const finding = deriveAll(rows, () => ({
      kind: 'help' as const,
      release: desk.warehouse.release,
      commands: described.map(({ usage, purpose }) => ({ usage, purpose })),
      examples: workingExamples(desk.vocabulary),
    }));
    return {
      finding,
      sentences: sayHelp(finding),
      table: tableHelp(finding),
      chart: undefined,
      provenance: [provenance],
    };
  },
};
