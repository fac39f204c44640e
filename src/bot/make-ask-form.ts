import type { Tier } from '#src/access/access-config.ts';
import type { ChannelId } from '#src/access/room.ts';
import { dateWords } from '#src/date-words.ts';
import { fieldsOf } from '#src/grammar/fields-of.ts';
import type { FormFields } from '#src/grammar/form-fields.ts';
import { formEvents } from '#src/grammar/form-events.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { AskForm, Choice } from '#src/slack-port.ts';
import { isDirect } from './find-tiers.ts';
import { placeChoice } from './place-choice.ts';
import { previewQuestion } from './preview-question.ts';

/** What a form is made of. `start`: the question it begins with; one that a form cannot say is left out. `fields`: what is filled in; absent: what it begins with. */
export type FormParts = {
  readonly vocabulary: Vocabulary;
  readonly tiers: readonly Tier[];
  readonly channel: ChannelId;
  readonly state: string;
  readonly start: string | undefined;
  readonly fields: FormFields | undefined;
};

/** The form in which a question is put together: the same but for its preview, whatever is filled in. */
export function makeAskForm(parts: FormParts): AskForm {
  const { vocabulary, tiers, channel, state, start, fields } = parts;
  const begun = startOf(start, vocabulary);
  return {
    kind: 'ask',
    state,
    ...begun,
    events: formEvents(vocabulary).map(({ slug, label, hint }) => ({ value: slug, label, hint })),
    modes: modesOf(vocabulary),
    days: [dateWords(vocabulary.firstDay), dateWords(vocabulary.lastDay)],
    goesTo: isDirect(channel) ? 'asker' : 'channel',
    preview: previewQuestion(fields ?? filledIn(begun), { channel, tiers, vocabulary }),
  };
}

type Begun = Pick<AskForm, 'place' | 'beside' | 'start'>;

const empty: Begun = { place: undefined, beside: undefined, start: {} };

/** What a form begins with. */
function startOf(text: string | undefined, vocabulary: Vocabulary): Begun {
  const parsed = text === undefined ? undefined : parseAsk(text, vocabulary);
  if (parsed?.kind !== 'read') return empty;
  const { ask } = parsed.reading;
  const choices: Choice[] = [];
  const spell = (area: Parameters<typeof placeChoice>[0]): string => {
    const choice = placeChoice(area, '', vocabulary);
    choices.push(choice);
    return choice.value;
  };
  const fields = fieldsOf(ask, spell, vocabulary);
  if (fields === undefined) return empty;
  const [place, beside] = choices;
  const { event, from, to, mode } = fields;
  return { place, beside, start: { event, from, to, mode } };
}

const filledIn = ({ place, beside, start }: Begun): FormFields => ({
  ...start,
  place: place?.value,
  beside: beside?.value,
});

/** Types of transport, where the data tell any apart. */
const modesOf = ({ modes }: Vocabulary): readonly Choice[] =>
  modes.length < 2 ? [] : modes.map(({ value, label }) => ({ value, label, hint: undefined }));
