import type { z } from 'zod';
import type { Pace } from './rate-limits.ts';
import { sayComplaint } from './say-complaint.ts';
import type { World } from './world.ts';

/** What a method answers, as it goes over the wire. */
export type Answer = { readonly ok: boolean; readonly error?: string } & Readonly<
  Record<string, unknown>
>;

/** `{ok: false}` with Slack's word for why. */
export function no(error: string, more: Readonly<Record<string, unknown>> = {}): Answer {
  return { ok: false, error, ...more };
}

/** `{ok: false}` with complaints, each said as Slack says it. */
export function noFor(error: string, complaints: readonly string[]): Answer {
  const messages = complaints.map((complaint) => `[ERROR] ${complaint}`);
  return no(error, { response_metadata: { messages } });
}

/** A method of the Web API behind one door. */
export type Method = {
  readonly pace: Pace;
  readonly token: 'bot' | 'app' | 'any';
  readonly call: (raw: unknown, world: World) => Answer;
};

/**
 * A method from its parts. `takes`: its arguments, any other refused. `scope`: the one it needs for these arguments, or a refusal where the arguments name nothing
 * the bot can see.
 */
export function makeMethod<S extends z.ZodType>(parts: {
  readonly pace: Pace;
  readonly token?: 'bot' | 'app' | 'any';
  readonly takes: S;
  readonly scope?: string | ((args: z.output<S>, world: World) => string | Answer | undefined);
  readonly run: (args: z.output<S>, world: World) => Answer;
}): Method {
  return {
    pace: parts.pace,
    token: parts.token ?? 'bot',
    call: (raw, world) => {
      const args = parts.takes.safeParse(raw, { reportInput: true });
      if (!args.success)
        return noFor(
          'invalid_arguments',
          args.error.issues.map((issue) => sayComplaint(issue)),
        );
      const scope = typeof parts.scope === 'function' ? parts.scope(args.data, world) : parts.scope;
      if (typeof scope === 'object') return scope;
      if (scope !== undefined) {
        if (!world.scopes.has(scope))
          return no('missing_scope', { needed: scope, provided: [...world.scopes].join(',') });
        world.scopesUsed.add(scope);
      }
      return parts.run(args.data, world);
    },
  };
}
