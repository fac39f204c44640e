import { Fault } from '#src/fault.ts';
import type { Incoming } from '#src/incoming.ts';
import type { AskForm, FormView } from '#src/slack-port.ts';
import type { AskingParts } from './asking-parts.ts';
import { findTiers } from './find-tiers.ts';
import { formPlace } from './form-place.ts';
import { makeAskForm } from './make-ask-form.ts';
import { personOf } from './person-of.ts';
import { refuseForged } from './refuse-forged.ts';

type Edit = Extract<Incoming, { readonly kind: 'edit' }>;

/** Shows in a form what it asks by now. Throws `StoreFault` and `SlackFault`. */
export type Previewer = (edit: Edit) => Promise<void>;

/**
 * Of several edits of a form the last one counts, in whatever order Slack gets them: an earlier one gives way where the form has changed meanwhile, the last does not.
 */
export function makePreviewer(parts: AskingParts): Previewer {
  const last = new Map<string, string>();
  return async (edit) => {
    const { key, view } = edit;
    last.set(view.id, key);
    const isLast = () => last.get(view.id) === key;
    try {
      const form = await formOf(edit, parts);
      if (form !== undefined && isLast()) await show(view, form, isLast, parts);
    } finally {
      if (isLast()) last.delete(view.id);
    }
  };
}

async function formOf(edit: Edit, parts: AskingParts): Promise<AskForm | undefined> {
  const { key, user, state, fields } = edit;
  const asker = personOf(user);
  const place = formPlace(edit, parts.mac);
  if (place === undefined) {
    await refuseForged({ key, asker }, parts);
    return undefined;
  }
  const { channel, start } = place;
  const vocabulary = parts.release.current()?.desk.vocabulary;
  if (vocabulary === undefined) return undefined;
  const { tiers } = await findTiers({ asker, channel }, parts);
  return makeAskForm({ vocabulary, tiers, channel, state, start, fields });
}

async function show(
  view: FormView,
  form: AskForm,
  isLast: () => boolean,
  { slack }: Pick<AskingParts, 'slack'>,
): Promise<void> {
  try {
    await slack.updateForm(view, form);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    // It was closed or sent.
    if (fault.code === 'not_found') return;
    if (fault.code !== 'hash_conflict') throw fault;
    if (isLast() && view.hash !== undefined)
      await show({ id: view.id, hash: undefined }, form, isLast, { slack });
  }
}
