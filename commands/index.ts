import type { Desk, Reply } from '#commands/command.ts';
import { events } from '#commands/events.ts';
import { help } from '#commands/help.ts';
import { status } from '#commands/status.ts';
import { trend } from '#commands/trend.ts';
import type { Ask } from '#src/grammar/ask.ts';

/** Answers an understood question by its command: the closed list of what can be asked. */
export function reply(ask: Ask, desk: Desk): Promise<Reply> {
  switch (ask.command) {
    case 'trend':
      return trend.reply(ask, desk);
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
