import { checkAsk } from '#src/access/check-ask.ts';
import type { Tier } from '#src/access/access-config.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Button } from '#src/post.ts';
import type { Example } from '#src/slack-port.ts';
import type { Mac } from '#src/state/audit-chain.ts';
import { seal, type Intent } from './seal.ts';

/** Makes a button of the bot's page: in one person's hands, and in no channel. */
export type MakeButton = (action: string, label: string, intent: Intent) => Button;

export const pageButton =
  (user: string, mac: Mac): MakeButton =>
  (action, label, intent) => ({
    action,
    label,
    value: seal(intent, { as: 'button', channel: undefined, user }, mac),
  });

/** A question for the bot's page, with buttons where one of the tiers lets it be asked. */
export function pageExample(
  question: string,
  tiers: readonly Tier[],
  vocabulary: Vocabulary,
  button: MakeButton,
): Example {
  const parsed = parseAsk(question, vocabulary);
  const isLet =
    parsed.kind === 'read' &&
    tiers.some((tier) => checkAsk(parsed.reading.ask, tier, vocabulary) === undefined);
  if (!isLet) return { question, buttons: [] };
  const { command } = parsed.reading.ask;
  const isFormed = command === 'trend' || command === 'compare';
  return {
    question,
    buttons: [
      button('alone', 'Answer only me', { kind: 'alone', text: question }),
      ...(isFormed ? [button('compose', 'In the form', { kind: 'compose', start: question })] : []),
    ],
  };
}
