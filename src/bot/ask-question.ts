import { judgeEntry } from '#src/access/judge-entry.ts';
import { judge, type Reason } from '#src/access/judge.ts';
import { continueQuestion } from '#src/grammar/continue-question.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { WordsPost } from '#src/post.ts';
import { noRelease } from '#src/refusal.ts';
import type { AskingParts } from './asking-parts.ts';
import { denialPost, type Denied } from './denial-post.ts';
import { exampleButton } from './example-button.ts';
import { findFull } from './find-full.ts';
import { fitExample } from './fit-example.ts';
import { queueQuestion } from './queue-question.ts';
import type { Question } from './question.ts';
import { readFacts, type Facts } from './read-facts.ts';
import { refuseQuestion } from './refuse-question.ts';
import type { Said } from './said.ts';
import { wordsPost } from './say.ts';

/**
 * Takes a question: into the outbox, where its answer waits for its turn, or back to the asker with words, which come from the room, the question and the vocabulary,
 * never from the data. Throws `StoreFault` and `SlackFault`.
 */
export async function askQuestion(question: Question, parts: AskingParts): Promise<Said> {
  const { asker: person, text, place, thread, continues } = question;
  const { release, access: config, store, mac } = parts;
  const channel = place === 'alone' ? await parts.slack.openDirect(person) : question.channel;
  const facts = await readFacts({ asker: person, channel }, parts);
  const { room, asker } = facts;
  const vocabulary = release.current()?.desk.vocabulary;
  const parsed =
    vocabulary &&
    (continues === undefined
      ? parseAsk(text, vocabulary)
      : continueQuestion(continues, text, vocabulary));
  const ask = parsed?.kind === 'read' ? parsed.reading.ask : undefined;
  const refuse = (decision: string, said: WordsPost, reason?: string) => {
    // It is read where the button was pressed, and buttons made for the direct message are not good there.
    const post = place === 'alone' ? { ...said, buttons: [] } : said;
    const asked = ask && vocabulary && usage(ask, vocabulary);
    return refuseQuestion({ question, room, decision, reason, ask: asked, post }, parts);
  };
  const deny = async (reason: Reason, denied: Omit<Denied, keyof Facts | 'thread'>) =>
    refuse(
      'notPermitted',
      await denialPost(reason, { ...facts, ...denied, thread }, parts),
      reason,
    );

  const entry = judgeEntry({ room, asker, config });
  if (entry !== undefined) return deny(entry, { ask, vocabulary, tier: undefined });
  if (vocabulary === undefined || parsed === undefined)
    return refuse(noRelease.kind, wordsPost(noRelease));
  if (parsed.kind === 'refused') {
    const refusal = fitExample(parsed.refusal, { room, asker, config, vocabulary });
    const buttons = exampleButton(refusal, { channel, asker: person, thread, mac });
    return refuse(refusal.kind, wordsPost(refusal, { buttons }));
  }
  const { reading } = parsed;
  const judged = judge({ ask: reading.ask, room, asker, config, vocabulary });
  if (judged.kind === 'refused')
    return deny(judged.reason, { ask, vocabulary, tier: judged.grant?.tier });
  const waiting = await store.messages.waiting({ owner: person, channel });
  const full = findFull(waiting, parts.mostWaiting);
  if (full !== undefined) return refuse(full.kind, wordsPost(full));
  return queueQuestion({ question, channel, room, reading, vocabulary }, parts);
}
