import type { LoggerInterface } from 'vega';
import { Fault } from '#src/fault.ts';

/** A Vega logger for which a warning is a fault: a chart is drawn as specified or not at all. */
export function makeStrictLogger(): LoggerInterface {
  const refuse = (...messages: readonly unknown[]): never => {
    throw new Fault('RenderFault', 'warning', 'the chart could not be drawn as specified', {
      cause: new Error(messages.map(String).join(' ')),
    });
  };
  const ignore = () => logger;
  const logger = {
    level: () => logger,
    error: refuse,
    warn: refuse,
    info: ignore,
    debug: ignore,
    // Vega's type overloads level() as getter and setter; nothing reads it here.
  } as LoggerInterface;
  return logger;
}
