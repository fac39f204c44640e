import type { Desk, Reply } from '#commands/command.ts';
import { compare } from '#commands/compare.ts';
import { events } from '#commands/events.ts';
import { flows } from '#commands/flows.ts';
import { help } from '#commands/help.ts';
import { method } from '#commands/method.ts';
import { status } from '#commands/status.ts';
import { trend } from '#commands/trend.ts';
import type { Ask } from '#src/grammar/ask.ts';

/** Only the table was asked for: all of it. */
const tableOnly = (full: Reply): Reply => ({
  ...full,
  table: { ...full.table, key: full.table.rows.map((_, row) => row) },
  chart: undefined,
});

/** Answers an understood question by its command, as it is to be shown. */
export async function reply(ask: Ask, desk: Desk): Promise<Reply> {
  const full = await answerBy(ask, desk);
  return 'show' in ask && ask.show === 'table' ? tableOnly(full) : full;
}

/** The closed list of what can be asked. */
function answerBy(ask: Ask, desk: Desk): Promise<Reply> {
  switch (ask.command) {
    case 'trend':
      return trend.reply(ask, desk);
    case 'compare':
      return compare.reply(ask, desk);
    case 'flows':
      return flows.reply(ask, desk);
    case 'method':
      return method.reply(ask, desk);
    case 'events':
      return events.reply(ask, desk);
    case 'status':
      return status.reply(ask, desk);
    case 'help':
      return help.reply(ask, desk);
    default:
      return ask satisfies never;
  }
}
