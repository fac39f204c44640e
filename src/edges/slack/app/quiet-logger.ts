import { LogLevel, type Logger } from '@slack/bolt';
import type { Tell } from './tell.ts';

const nothing = () => undefined;

/** A logger for Slack's libraries, which log bodies, addresses and tokens: of an error it passes on the code alone, of anything less nothing. */
export function makeQuietLogger(tell: Tell): Logger {
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: (...logged: readonly unknown[]) =>
      tell(codeOf(logged), 'a library of Slack reported an error'),
    setLevel: nothing,
    getLevel: () => LogLevel.ERROR,
    setName: nothing,
  };
}

function codeOf(logged: readonly unknown[]): string {
  const error = logged.find((item) => item instanceof Error);
  const code = error !== undefined && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[a-z_]{1,60}$/iu.test(code) ? code : 'library_error';
}
