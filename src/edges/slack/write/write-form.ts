import type { AskForm, ChangeForm } from '#src/slack-port.ts';
import type { KnownForm } from './known-view.ts';
import { writeAskForm } from './write-ask-form.ts';
import { writeChangeForm } from './write-change-form.ts';

/** A form as Slack shows it. */
export function writeForm(form: ChangeForm | AskForm): KnownForm {
  switch (form.kind) {
    case 'change':
      return writeChangeForm(form);
    case 'ask':
      return writeAskForm(form);
    default:
      return form satisfies never;
  }
}
