import { z } from 'zod';

const failure = z.looseObject({
  data: z
    .looseObject({
      error: z.string(),
      needed: z.string().optional(),
      provided: z.string().optional(),
      response_metadata: z.looseObject({ messages: z.array(z.string()).optional() }).optional(),
    })
    .optional(),
  code: z.string().optional(),
  statusCode: z.number().optional(),
  retryAfter: z.number().optional(),
});

/** What Slack's client throws for a call, cut down to what can be compared. Throws where the call goes well. */
export async function slackErrorOf(call: Promise<unknown>): Promise<{
  readonly error: string | undefined;
  readonly code: string | undefined;
  readonly messages: readonly string[];
  readonly needed: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterS: number | undefined;
}> {
  const thrown: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown === undefined) throw new Error('the call went well');
  const read = failure.parse(thrown);
  return {
    error: read.data?.error,
    code: read.code,
    messages: read.data?.response_metadata?.messages ?? [],
    needed: read.data?.needed,
    status: read.statusCode,
    retryAfterS: read.retryAfter,
  };
}
