import { z } from 'zod';

type Shown = { readonly blocks: readonly { readonly type: string }[] };

const button = z.object({
  type: z.literal('button'),
  action_id: z.string(),
  text: z.object({ text: z.string() }),
  value: z.string().default(''),
});
const actions = z.object({ type: z.literal('actions'), elements: z.array(button) });

/** A button as people see it. `action`: without what every one begins with. */
export type ShownButton = {
  readonly action: string;
  readonly label: string;
  readonly value: string;
};

/** The buttons under a message, from left to right. */
export const buttonsOf = ({ blocks }: Shown): readonly ShownButton[] =>
  blocks.flatMap((block) => {
    const { data } = actions.safeParse(block);
    return (data?.elements ?? []).map(({ action_id, text, value }) => ({
      action: action_id.replace(/^mobility:/u, ''),
      label: text.text,
      value,
    }));
  });

/** The labels of the buttons under a message. */
export const labelsOf = (message: Shown): readonly string[] =>
  buttonsOf(message).map(({ label }) => label);

/** All words that the blocks of a message or a page show, buttons left out, one line each. */
export const wordsOf = ({ blocks }: Shown): readonly string[] =>
  blocks.flatMap((block) => (block.type === 'actions' ? [] : textsIn(block)));

function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return entries.flatMap(([key, each]) =>
    typeof each === 'string' && (key === 'text' || key === 'caption' || key === 'channel_id')
      ? [each]
      : textsIn(each),
  );
}

const table = z.object({
  type: z.literal('data_table'),
  rows: z.array(z.array(z.object({ text: z.string() }))),
});

/** The rows of the table in a message, its head first; empty where it has none. */
export const rowsOf = ({ blocks }: Shown): readonly (readonly string[])[] =>
  blocks.flatMap((block) =>
    (table.safeParse(block).data?.rows ?? []).map((row) => row.map(({ text }) => text)),
  );

/** A direct message as one line, without its last words, which say what it is about: it throws where they name neither question nor channel. */
export function directWords({ text }: { readonly text: string }): string {
  const { said } =
    /^(?<said>.+)\n(?:You asked: .+|This is about <#C[A-Z0-9]+>)$/su.exec(text)?.groups ?? {};
  if (said === undefined) throw new Error(`it does not say what it is about: ${text}`);
  return said.replaceAll('\n', ' ');
}
