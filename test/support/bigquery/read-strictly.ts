import type { z } from 'zod';
import { Refusal } from './refusal.ts';

/** What a request says, if it says nothing else; refused as `invalid` with the field named. `at`: where it stands, such as `job`. */
export function readStrictly<S extends z.ZodType>(
  schema: S,
  raw: unknown,
  at: string,
): z.output<S> {
  const read = schema.safeParse(raw);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue === undefined) throw new Error('no issue is told');
  const path = [at, ...issue.path].join('.');
  if (issue.code !== 'unrecognized_keys')
    throw new Refusal('invalid', `Invalid value at '${path}': ${issue.message}`);
  const names = issue.keys.map((key) => `"${key}"`).join(', ');
  throw new Refusal(
    'invalid',
    `Invalid JSON payload received. Unknown name ${names} at '${path}': Cannot find field.`,
  );
}
