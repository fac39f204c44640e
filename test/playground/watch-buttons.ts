import type { Page } from 'playwright-core';
import { z } from 'zod';
import { actionPrefix } from '#src/edges/slack/app/names.ts';

const press = z.object({ kind: z.enum(['press', 'pressHome']), action: z.string() });
const named = new RegExp(`data-action="${actionPrefix}(?<action>[a-z-]+)"`, 'gu');

/** The actions of the bot's buttons that a browser showed, and of those that were pressed in it. */
export type Buttons = {
  readonly shown: ReadonlySet<string>;
  readonly pressed: ReadonlySet<string>;
  /** From now on what is pressed on a page counts. */
  watch(page: Page): void;
  /** What a page shows now counts. */
  look(page: Page): Promise<void>;
};

/** None was shown yet. */
export function makeButtons(): Buttons {
  const [shown, pressed] = [new Set<string>(), new Set<string>()];
  return {
    shown,
    pressed,
    watch: (page) =>
      void page.on('request', (request) => {
        const { data } = press.safeParse(request.method() === 'POST' && request.postDataJSON());
        if (data !== undefined) pressed.add(data.action.slice(actionPrefix.length));
      }),
    look: async (page) => {
      for (const { groups } of (await page.content()).matchAll(named))
        shown.add(groups?.['action'] ?? '');
    },
  };
}
