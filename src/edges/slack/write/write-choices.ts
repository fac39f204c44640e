import type { PlainTextOption } from '@slack/types';
import type { Choice } from '#src/slack-port.ts';
import { plainText, tidy } from './plain-text.ts';

const most = 100;
const longest = 75;

/** What there is to choose in a menu, each value once; what Slack would not take is left out. */
export function writeChoices(choices: readonly Choice[]): PlainTextOption[] {
  const fit = choices.filter(({ value }) => tidy(value) !== '' && value.length <= longest);
  const once = [...new Map(fit.map((choice) => [choice.value, choice])).values()];
  return once.slice(0, most).map(writeChoice);
}

function writeChoice({ value, label, hint }: Choice): PlainTextOption {
  const description = tidy(hint ?? '');
  return {
    value,
    text: plainText(tidy(label) || value, longest),
    ...(description === '' ? {} : { description: plainText(description, longest) }),
  };
}
