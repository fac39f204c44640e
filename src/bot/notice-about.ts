import { channelId } from '#src/access/room.ts';
import type { About } from '#src/post.ts';
import type { Notice } from '#src/state/notice.ts';
import type { Store } from '#src/state/store.ts';
import { waitingQuestion } from './question.ts';

/** What a notice is about: it is read in a direct message, where several may lie one below another. Throws `StoreFault`. */
export async function noticeAbout(told: Notice, { messages }: Store): Promise<About> {
  switch (told.kind) {
    case 'refused':
    case 'unknown': {
      const message = await messages.find(told.message.key);
      const question = waitingQuestion.safeParse(message?.body).data?.text;
      const where = aboutChannel(told.message.channel);
      return question === undefined ? where : { question, ...where };
    }
    case 'words':
      return aboutChannel(told.channel);
    case 'jobFailed':
      return {};
    default:
      return told satisfies never;
  }
}

/** A direct message has no name to show. */
function aboutChannel(channel: string | undefined): About {
  const { data } = channelId.safeParse(channel);
  return data === undefined || data.startsWith('D') ? {} : { channel: data };
}
