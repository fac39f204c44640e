import { servePage, type ServedPage } from '#src/edges/slack/local/page/serve-page.ts';
import { openLocalBot, type LocalBotParts } from './open-local-bot.ts';

/** The page at work. `broken`: resolves with what ended a part of it for good. */
export type Playground = ServedPage & { readonly broken: Promise<unknown> };

/** A local page in the place of Slack: nobody is asked there who they are. Throws `StoreFault`, and `ConfigFault` `address`. */
export async function startPlayground(
  parts: LocalBotParts & { readonly port: number },
): Promise<Playground> {
  const { release, port, report } = parts;
  const { workspace, receiver, broken, stop } = await openLocalBot(parts);
  const vocabulary = () => release.current()?.desk.vocabulary;
  try {
    const page = await servePage({ workspace, receiver, vocabulary, report }, port);
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
