import type { ChangeForm } from '#src/slack-port.ts';
import { actionPrefix, changeForm, commandName, questionBlock } from '../app/names.ts';
import { beginningOf } from './cut-text.ts';
import type { KnownForm } from './known-view.ts';
import { plainText, tidy } from './plain-text.ts';

/** The form in which a question is changed. It opens with the question as it was. */
export function writeChangeForm({ question, state }: ChangeForm): KnownForm {
  const initial = beginningOf(tidy(question), 3000);
  return {
    type: 'modal',
    callback_id: changeForm,
    private_metadata: state,
    title: plainText('Change the question', 24),
    submit: plainText('Ask', 24),
    close: plainText('Cancel', 24),
    blocks: [
      {
        type: 'input',
        block_id: questionBlock,
        label: plainText('Your question', 100),
        hint: plainText(
          `Write it as you would after ${commandName}. The answer is posted where you asked.`,
          200,
        ),
        element: {
          type: 'plain_text_input',
          action_id: `${actionPrefix}question`,
          multiline: true,
          focus_on_load: true,
          ...(initial === '' ? {} : { initial_value: initial }),
        },
      },
    ],
  };
}
