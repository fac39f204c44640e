import type { App } from '@slack/bolt';
import { keepLine } from './keep-line.ts';
import { openLine, type Line, type LineOptions } from './open-line.ts';
import { withinTime } from '#src/within-time.ts';

const stopMs = 5000;

type SocketOptions = LineOptions & { readonly clock: () => Date };

/** A receiver that holds a connection to Slack. `start` resolves once it is open, and throws `SlackFault` where it cannot be. */
export type SocketFront = {
  readonly init: (app: App) => void;
  readonly start: () => Promise<undefined>;
  readonly stop: () => Promise<void>;
};

/**
 * Bolt's receiver over Socket Mode. Slack closes the connection every few hours. Bolt by itself then waits five seconds to open another, in which whoever asks is told that
 * the app did not respond, and ends the process where Slack answers with an error.
 */
export function makeSocketReceiver({ clock, ...options }: SocketOptions): SocketFront {
  const stopping = new AbortController();
  let app: App | undefined;
  let kept: Promise<void> | undefined;
  const open = async (): Promise<Line> => {
    if (app === undefined) throw new Error('a receiver is started before it has its app');
    return openLine(app, options);
  };
  const openAgain = async (): Promise<Line> => {
    try {
      return await open();
    } catch (error) {
      options.tell('not_connected', 'the connection to Slack is lost; it is tried again');
      throw error;
    }
  };
  return {
    init: (given) => {
      app = given;
    },
    start: async () => {
      kept = keepLine({ first: await open(), open: openAgain, clock, signal: stopping.signal });
      return undefined;
    },
    stop: async () => {
      stopping.abort();
      // One that is being opened at this moment is closed once it is open; nobody waits for that.
      if (kept !== undefined) await withinTime(kept, stopMs, undefined);
    },
  };
}
