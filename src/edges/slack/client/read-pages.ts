import { z } from 'zod';
import { makeSlackFault } from './slack-fault.ts';

/** Slack's most, but for one: of 1,000 some methods complain. */
export const pageSize = 999;
const mostPages = 200;

/** Where the next page begins. */
export const nextPage = z.object({ next_cursor: z.string().optional() }).optional();

/** One page: `next`, empty or undefined, ends the list. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | undefined };

/** All pages, one after the other, from `start`. Throws `SlackFault` where the list does not end. */
export async function* readPages<T>(
  request: string,
  readPage: (cursor: string | undefined) => Promise<Page<T>>,
  start?: string,
): AsyncGenerator<Page<T>> {
  const seen = new Set<string>();
  for (let cursor = start; ;) {
    const page = await readPage(cursor);
    yield page;
    if (page.next === undefined || page.next === '') return;
    if (seen.has(page.next) || seen.size >= mostPages)
      throw makeSlackFault('unexpected_answer', `${request}: the list of Slack does not end`, {
        retryable: false,
      });
    seen.add(page.next);
    cursor = page.next;
  }
}
