import type { InputBlock, PlainTextOption } from '@slack/types';
import type { FormFields } from '#src/grammar/form-fields.ts';
import type { AskForm, Choice } from '#src/slack-port.ts';
import { actionPrefix, askForm, commandName } from '../app/names.ts';
import { cutText } from './cut-text.ts';
import type { KnownForm } from './known-view.ts';
import { plainText, tidy } from './plain-text.ts';
import { richBlock, richLine } from './rich-text.ts';
import { writeChoices } from './write-choices.ts';
import { nothingToShow } from './write-text.ts';

type Element = InputBlock['element'];
type Field = {
  readonly name: keyof FormFields;
  readonly label: string;
  readonly hint?: string;
  readonly isNeeded?: true;
  readonly element: Element;
};

/**
 * The form in which a question is put together. Only its preview ever changes while it is open: Slack keeps what is filled in where a block stays as it was.
 */
export function writeAskForm(form: AskForm): KnownForm {
  return {
    type: 'modal',
    callback_id: askForm,
    private_metadata: form.state,
    title: plainText('Ask about trips', 24),
    submit: plainText('Ask', 24),
    close: plainText('Cancel', 24),
    blocks: [...fieldsOf(form).map(writeField), ...writePreview(form), writeWhere(form)],
  };
}

const action = (name: keyof FormFields) => ({ action_id: actionPrefix + name });

function fieldsOf(form: AskForm): readonly Field[] {
  const { start, days } = form;
  const [first, last] = days;
  return [
    {
      name: 'place',
      label: 'Place',
      hint: 'Type how its name begins. Trips that end there are counted.',
      isNeeded: true,
      element: searchMenu('place', 'Search for a place', form.place),
    },
    ...menu('event', 'Since an event', 'Choose an event', form.events, start.event),
    {
      name: 'from',
      label: 'Or since a day',
      hint: `The data run from ${first} to ${last}.`,
      element: day('from', start.from),
    },
    { name: 'to', label: 'Until a day', element: day('to', start.to) },
    ...menu('mode', 'Type of transport', 'All types together', form.modes, start.mode),
    {
      name: 'beside',
      label: 'Side by side with another place',
      element: searchMenu('beside', 'Search for a place', form.beside),
    },
  ];
}

/** Each tells the bot that it was filled in, for the preview. */
const writeField = ({ name, label, hint, isNeeded, element }: Field): InputBlock => ({
  type: 'input',
  block_id: name,
  dispatch_action: true,
  optional: isNeeded !== true,
  label: plainText(label, 100),
  ...(hint === undefined ? {} : { hint: plainText(hint, 200) }),
  element,
});

function searchMenu(
  name: 'place' | 'beside',
  placeholder: string,
  chosen: Choice | undefined,
): Element {
  const [initial] = chosen === undefined ? [] : writeChoices([chosen]);
  return {
    type: 'external_select',
    ...action(name),
    min_query_length: 1,
    placeholder: plainText(placeholder, 150),
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
}

/** A menu of what there is, where there is anything. */
function menu(
  name: 'event' | 'mode',
  label: string,
  placeholder: string,
  choices: readonly Choice[],
  chosen: string | undefined,
): readonly Field[] {
  const options: PlainTextOption[] = writeChoices(choices);
  const initial = options.find(({ value }) => value === chosen);
  if (options.length === 0) return [];
  const element: Element = {
    type: 'static_select',
    ...action(name),
    placeholder: plainText(placeholder, 150),
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
  return [{ name, label, element }];
}

const day = (name: 'from' | 'to', chosen: string | undefined): Element => ({
  type: 'datepicker',
  ...action(name),
  placeholder: plainText('Choose a day', 150),
  ...(chosen === undefined ? {} : { initial_date: chosen }),
});

function writePreview({ preview: { says, typed } }: AskForm) {
  const said = richLine(cutText(tidy(says), 2000) || nothingToShow);
  const line = tidy(typed ?? '');
  if (line === '') return [richBlock(said)];
  const command = { type: 'text' as const, text: `${commandName} ${line}`, style: { code: true } };
  return [
    richBlock(said, {
      type: 'rich_text_section',
      elements: [{ type: 'text', text: '\nThe same, typed: ' }, command],
    }),
  ];
}

const goesTo = {
  channel: 'The answer is posted in the channel where you asked.',
  asker: 'Only you see the answer.',
} as const;

const writeWhere = (form: AskForm) => richBlock(richLine(goesTo[form.goesTo]));
