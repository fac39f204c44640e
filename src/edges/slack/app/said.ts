import type { Refusal } from '#src/refusal.ts';

const wordsOf = ({ message, next }: Refusal): string => `${message} ${next}`;

/** A refusal as Slack shows it to the asker alone. */
export const sayAlone = (refusal: Refusal) => ({
  response_type: 'ephemeral' as const,
  replace_original: false,
  text: wordsOf(refusal),
});

/** A refusal as a form shows it under one of its fields. `block`: its `block_id`. */
export const sayInForm = (block: string, refusal: Refusal) => showInForm(block, wordsOf(refusal));

/** Words under one field of a form, which stays open. */
export const showInForm = (block: string, message: string) => ({
  response_action: 'errors' as const,
  errors: { [block]: message },
});
