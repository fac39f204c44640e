import type { Command } from '#commands/command.ts';
import { compare } from '#commands/compare.ts';
import { events } from '#commands/events.ts';
import { flows } from '#commands/flows.ts';
import { method } from '#commands/method.ts';
import { status } from '#commands/status.ts';
import { trend } from '#commands/trend.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { workingExamples } from '#src/grammar/working-examples.ts';
import { sayHelp, tableHelp } from '#src/summary/say-help.ts';

type Line = { readonly usage: string; readonly purpose: string };

const lineOf = ({ usage, purpose }: Line): Line => ({ usage, purpose });

/** Ways to ask for a trend beyond the usual one. Only what the release tells apart is offered. */
function moreOfTrend({ modes }: Vocabulary): readonly Line[] {
  const byMode = modes.length > 1 ? 'by:mode, by:weekday or by:day' : 'by:weekday or by:day';
  return [
    {
      usage: 'origin:PLACE [destination:PLACE]',
      purpose: 'Trips from a place, or from one to another',
    },
    { usage: `region:PLACE ${byMode}`, purpose: 'The same, told apart' },
    { usage: 'region:PLACE vs:last-year', purpose: 'Against the same weeks a year before' },
  ];
}

/** What can be asked, with examples that work on this release. */
export const help: Command<'help'> = {
  name: 'help',
  usage: 'help',
  purpose: 'What you can ask, with examples',
  reply: (_ask, { warehouse: { release }, vocabulary }) => {
    const finding = {
      kind: 'help' as const,
      release,
      commands: [
        lineOf(trend),
        ...moreOfTrend(vocabulary),
        ...[compare, flows, method, events, status].map(lineOf),
      ],
      examples: workingExamples(vocabulary),
    };
    const sentences = sayHelp(finding);
    const table = tableHelp(finding);
    return Promise.resolve({ finding, sentences, table, chart: undefined, provenance: [] });
  },
};
