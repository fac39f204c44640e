import { no, type Answer } from './method.ts';

/** One page of `all` and the mark of the next, or Slack's refusal: `limit` is 1 to 1,000, `usual` unless said. */
export function cutPage<T>(
  all: readonly T[],
  {
    cursor = '',
    limit,
  }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
  usual: number,
):
  | { readonly page: readonly T[]; readonly response_metadata: { readonly next_cursor: string } }
  | Answer {
  const size = limit ?? usual;
  if (size < 1 || size > 1000) return no('invalid_limit');
  const from = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString());
  if (!Number.isInteger(from) || from < 0 || from > all.length) return no('invalid_cursor');
  const next = from + size < all.length ? Buffer.from(String(from + size)).toString('base64') : '';
  return { page: all.slice(from, from + size), response_metadata: { next_cursor: next } };
}
