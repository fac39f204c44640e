import type { Warning } from 'pg-boss';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';
import { makeStoreFault, storeFault } from '../store-fault.ts';

/** What a worker of pg-boss tells: the parts of an error, but no `Error`. */
const parts = z.object({
  name: z.string().optional(),
  message: z.string(),
  code: z.string().optional(),
});

/** An error that pg-boss tells of, as a fault. What it says may hold SQL. */
export function toldFault(told: unknown): Fault {
  const fault = storeFault(told instanceof Error ? told : errorOf(told));
  return fault instanceof Fault ? fault : makeStoreFault('broken', fault);
}

function errorOf(told: unknown): unknown {
  const { name, message, code } = parts.catch({ message: '' }).parse(told);
  if (name === 'StoreFault' && code !== undefined)
    return new Fault('StoreFault', code, 'the jobs cannot use the state');
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

/** A warning of pg-boss as a fault: its kind alone. */
export function warnedFault({ data }: Warning): Fault {
  const type = 'type' in data && typeof data.type === 'string' ? ` (${data.type})` : '';
  return new Fault('StoreFault', 'jobsWarning', `pg-boss warns of the database of the jobs${type}`);
}
