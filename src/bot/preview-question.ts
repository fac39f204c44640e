import type { Tier } from '#src/access/access-config.ts';
import { checkAsk } from '#src/access/check-ask.ts';
import { sayDenial } from '#src/access/say-denial.ts';
import type { Ask } from '#src/grammar/ask.ts';
import { composeQuestion } from '#src/grammar/compose-question.ts';
import { echo } from '#src/grammar/echo.ts';
import type { FormFields } from '#src/grammar/form-fields.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { AskForm } from '#src/slack-port.ts';
import { withoutExample } from './fit-example.ts';
import { choosePlace, type Words } from './say.ts';

/** What a form asks, in the words that the answer would begin with, or why it cannot be asked. From the vocabulary and the tiers alone: it tells nothing that the data hold. */
export function previewQuestion(
  fields: FormFields,
  tiers: readonly Tier[],
  vocabulary: Vocabulary,
): AskForm['preview'] {
  if (fields.place === undefined) return inWords(choosePlace);
  const parsed = parseAsk(composeQuestion(fields), vocabulary);
  if (parsed.kind === 'refused') return inWords(withoutExample(parsed.refusal));
  const { reading } = parsed;
  const denial = findDenial(reading.ask, tiers, vocabulary);
  if (denial !== undefined) return inWords(denial);
  return { says: echo(reading, vocabulary), typed: usage(reading.ask, vocabulary) };
}

const inWords = ({ message, next }: Words): AskForm['preview'] => ({
  says: `${message} ${next}`.trim(),
  typed: undefined,
});

/** Why none of the tiers lets a question be asked, by the first. */
function findDenial(ask: Ask, tiers: readonly Tier[], vocabulary: Vocabulary): Words | undefined {
  const denials = tiers.map((tier) => {
    const reason = checkAsk(ask, tier, vocabulary);
    return reason && sayDenial(reason, { ask, tier, vocabulary });
  });
  return denials.includes(undefined) ? undefined : denials[0];
}
