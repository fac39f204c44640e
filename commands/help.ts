import type { Command } from '#commands/command.ts';
import { events } from '#commands/events.ts';
import { status } from '#commands/status.ts';
import { trend } from '#commands/trend.ts';
import { workingExamples } from '#src/grammar/working-examples.ts';
import { sayHelp, tableHelp } from '#src/summary/say-help.ts';

const described = [trend, events, status];

/** What can be asked, with examples that work on this release. */
export const help: Command<'help'> = {
  name: 'help',
  usage: 'help',
  purpose: 'What you can ask, with examples',
  reply: (_ask, { warehouse: { release }, vocabulary }) => {
    const finding = {
      kind: 'help' as const,
      release,
      commands: described.map(({ usage, purpose }) => ({ usage, purpose })),
      examples: workingExamples(vocabulary),
    };
    const sentences = sayHelp(finding);
    const table = tableHelp(finding);
    return Promise.resolve({ finding, sentences, table, chart: undefined, provenance: [] });
  },
};
