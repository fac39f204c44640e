import type { Sentence } from '#src/summary/sentence.ts';

/** A sentence that begins with a name such as "the North West", with its capital. */
export const upperFirst = ({ text, facts }: Sentence): Sentence => ({
  text: text.charAt(0).toUpperCase() + text.slice(1),
  facts,
});
