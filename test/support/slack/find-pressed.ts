import { z } from 'zod';
import { withBlockIds } from './show-message.ts';

const option = z.looseObject({ text: z.looseObject({ text: z.string() }), value: z.string() });
const element = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  value: z.string().optional(),
  text: z.looseObject({ text: z.string() }).optional(),
  placeholder: z.looseObject({ text: z.string() }).optional(),
  options: z.array(option).optional(),
  option_groups: z.array(z.looseObject({ options: z.array(option) })).optional(),
});
/** A button, menu or field that somebody can work. */
export type Worked = z.infer<typeof element> & { readonly block_id: string };

/** Every element with an `action_id` in blocks, with the id of its block. */
export function findElements(blocks: readonly { readonly block_id?: string }[]): readonly Worked[] {
  return withBlockIds(blocks).flatMap((block) =>
    elementsIn(block).map((each) => ({ ...each, block_id: block.block_id })),
  );
}

function elementsIn(value: unknown): readonly z.infer<typeof element>[] {
  if (typeof value !== 'object' || value === null) return [];
  const { data } = element.safeParse(value);
  return data === undefined ? Object.values(value).flatMap(elementsIn) : [data];
}

/** The one element with this `action_id` or label; throws where there is none. */
export function findPressed(
  blocks: readonly { readonly block_id?: string }[],
  { actionId, label }: { readonly actionId?: string; readonly label?: string },
): Worked {
  const found = findElements(blocks).find(
    (each) =>
      (actionId === undefined || each.action_id === actionId) &&
      (label === undefined || (each.text ?? each.placeholder)?.text === label),
  );
  if (found === undefined) throw new Error('there is nothing such to press');
  return found;
}

/** The options of a menu, grouped or not. */
export function optionsOf({
  options,
  option_groups: groups = [],
}: Worked): readonly z.infer<typeof option>[] {
  return options ?? groups.flatMap((group) => group.options);
}
