import { z } from 'zod';
import { suggested } from './element-schema.ts';
import type { SearchInput } from './fake-slack.ts';
import { findElements } from './find-pressed.ts';
import { commonFields, knownModal, knownUser, type Parcel } from './payload.ts';
import { sayComplaint } from './say-complaint.ts';
import { showView } from './show-view.ts';
import type { World } from './world.ts';

const usualLength = 3;
const menu = z.looseObject({ min_query_length: z.int().default(usualLength) });

/** Somebody types in a menu of a modal. Throws where Slack would not ask the bot. What it is acknowledged with is offered to them. */
export function packSearch(
  world: World,
  { user: id, view: { id: viewId }, actionId, query, privateMetadata }: SearchInput,
): Parcel {
  const user = knownUser(world, id);
  const stored = knownModal(world, viewId);
  const element = findElements(stored.view.blocks).find(({ action_id }) => action_id === actionId);
  if (element?.type !== 'external_select')
    throw new Error(`the field ${actionId} is not one that is searched in`);
  if (query.length < menu.parse(element).min_query_length)
    throw new Error('nobody is asked before more is typed');
  return {
    kind: 'interactive',
    takesAnswer: true,
    payload: {
      type: 'block_suggestion',
      ...commonFields(world, user),
      container: { type: 'view', view_id: stored.id },
      action_id: actionId,
      block_id: element.block_id,
      value: query,
      view: {
        ...showView(world, stored),
        ...(privateMetadata !== undefined && { private_metadata: privateMetadata }),
      },
    },
    after: (ack) => {
      const { data, error } = suggested.safeParse(ack, { reportInput: true });
      if (data === undefined) return error.issues.map((issue) => sayComplaint(issue));
      stored.offered.set(actionId, data.options);
      return [];
    },
  };
}
