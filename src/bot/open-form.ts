import { Fault } from '#src/fault.ts';
import type { AskForm, ChangeForm } from '#src/slack-port.ts';
import type { AskingParts } from './asking-parts.ts';
import { done, say, type Said } from './said.ts';
import { formNotOpened, wordsPost } from './say.ts';

/** Opens a form, for as long as what was done lets it; where Slack does not say that it is open, whoever wanted it is told. */
export async function openForm(
  trigger: string,
  form: ChangeForm | AskForm,
  { slack, report }: Pick<AskingParts, 'slack' | 'report'>,
): Promise<Said> {
  try {
    await slack.openForm(trigger, form);
    return done;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    // The same came twice: the form is open.
    if (fault.code === 'exchanged_trigger_id') return done;
    return say(wordsPost(formNotOpened(report(fault))));
  }
}
