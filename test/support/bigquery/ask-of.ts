import { randomUUID } from 'node:crypto';
import type { Query } from '@google-cloud/bigquery';

const typeOf = (value: unknown) =>
  Array.isArray(value) ? ['STRING'] : typeof value === 'number' ? 'INT64' : 'STRING';

/** A query as the real client takes it, with all that the double asks for. `more` goes over what is usual. */
export function askOf(
  query: string,
  params: Readonly<Record<string, unknown>> = {},
  more: Partial<Query> = {},
): Query {
  return {
    query,
    jobId: randomUUID(),
    params: { ...params },
    types: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeOf(value)])),
    maximumBytesBilled: '100000000',
    ...more,
  };
}
