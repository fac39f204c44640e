import type { ChangeInput } from './fake-slack.ts';
import { fillIn } from './fill-in.ts';
import { findElements } from './find-pressed.ts';
import { isEmpty } from './pack-command.ts';
import { commonFields, knownModal, knownUser, makeTrigger, type Parcel } from './payload.ts';
import { withBlockIds } from './show-message.ts';
import { showView } from './show-view.ts';
import type { World } from './world.ts';

/** Somebody fills in one field of a modal. Throws where the field does not tell of it. An acknowledgement must be empty. */
export function packChange(
  world: World,
  { user: id, view: { id: viewId }, actionId, value, privateMetadata }: ChangeInput,
): Parcel {
  const user = knownUser(world, id);
  const stored = knownModal(world, viewId);
  const block = withBlockIds(stored.view.blocks).find((each) =>
    findElements([each]).some(({ action_id }) => action_id === actionId),
  );
  if (block === undefined || !('dispatch_action' in block) || !block.dispatch_action)
    throw new Error(`the field ${actionId} tells nobody that it is filled in`);
  stored.filled = fillIn(stored, { [actionId]: value });
  return {
    kind: 'interactive',
    takesAnswer: false,
    payload: {
      type: 'block_actions',
      ...commonFields(world, user),
      container: { type: 'view', view_id: stored.id },
      trigger_id: makeTrigger(world, user.id, stored.id),
      view: {
        ...showView(world, stored),
        ...(privateMetadata !== undefined && { private_metadata: privateMetadata }),
      },
      actions: [
        {
          ...stored.filled[block.block_id]?.[actionId],
          action_id: actionId,
          block_id: block.block_id,
          action_ts: world.nextTs(),
        },
      ],
    },
    after: (ack) => (isEmpty(ack) ? [] : ['an action is acknowledged with nothing']),
  };
}
