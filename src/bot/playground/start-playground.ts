import { servePage } from '#src/edges/slack/local/page/serve-page.ts';
import type { Served } from '#src/http/serve.ts';
import { openLocalBot, type LocalBotParts } from './open-local-bot.ts';
import { makeShowBoard } from './show-board.ts';

/** The page at work. `broken`: resolves with what ended a part of it for good. */
export type Playground = Served & { readonly broken: Promise<unknown> };

/** A local page in the place of Slack: nobody is asked there who they are. Throws `StoreFault`, and `ConfigFault` `address`. */
export async function startPlayground(
  parts: LocalBotParts & { readonly port: number },
): Promise<Playground> {
  const { release, port, report } = parts;
  const { workspace, receiver, slack, broken, stop } = await openLocalBot(parts);
  const vocabulary = () => release.current()?.desk.vocabulary;
  const board = makeShowBoard({ release, slack, access: workspace.town.access });
  try {
    const page = await servePage({ workspace, receiver, board, vocabulary, report }, port);
    return {
      url: page.url,
      broken,
      stop: async () => {
        await page.stop();
        await stop();
      },
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}
