import type { Tier } from '#src/access/access-config.ts';
import { checkByAny } from '#src/access/check-by-any.ts';
import type { ChannelId } from '#src/access/room.ts';
import { sayDenial } from '#src/access/say-denial.ts';
import { composeQuestion } from '#src/grammar/compose-question.ts';
import { echo } from '#src/grammar/echo.ts';
import type { FormFields } from '#src/grammar/form-fields.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { AskForm } from '#src/slack-port.ts';
import { isDirect } from './find-tiers.ts';
import { withoutExample } from './fit-example.ts';
import { choosePlace, type Words } from './say.ts';

/** Where a form asks: its channel, and by which tiers. */
type Asking = {
  readonly channel: ChannelId;
  readonly tiers: readonly Tier[];
  readonly vocabulary: Vocabulary;
};

/** What a form asks, in the words that the answer would begin with, or why it cannot be asked. From the vocabulary and the tiers alone: it tells nothing that the data hold. */
export function previewQuestion(
  fields: FormFields,
  { channel, tiers, vocabulary }: Asking,
): AskForm['preview'] {
  // Where nothing may be asked any more, what is filled in makes no difference.
  if (tiers.length === 0) return inWords(sayNoTier(channel));
  if (fields.place === undefined) return inWords(choosePlace);
  const parsed = parseAsk(composeQuestion(fields), vocabulary);
  if (parsed.kind === 'refused') return inWords(withoutExample(parsed.refusal));
  const { reading } = parsed;
  const { ask } = reading;
  const denial = checkByAny(ask, tiers, vocabulary);
  if (denial !== undefined)
    return inWords(sayDenial(denial.reason, { ask, tier: denial.tier, vocabulary }));
  return { says: echo(reading, vocabulary), typed: usage(ask, vocabulary) };
}

const sayNoTier = (channel: ChannelId): Words =>
  sayDenial(isDirect(channel) ? 'noRole' : 'noTier', {
    ask: undefined,
    tier: undefined,
    vocabulary: undefined,
  });

const inWords = ({ message, next }: Words): AskForm['preview'] => ({
  says: `${message} ${next}`.trim(),
  typed: undefined,
});
