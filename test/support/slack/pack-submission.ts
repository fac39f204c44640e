import { z } from 'zod';
import type { SubmitInput } from './fake-slack.ts';
import { checkRequired, fillIn } from './fill-in.ts';
import type { Answer } from './method.ts';
import {
  changeView,
  checkDepth,
  checkExternal,
  checkView,
  openModals,
  openView,
} from './open-view.ts';
import { isEmpty } from './pack-command.ts';
import { commonFields, knownUser, makeTrigger, type Parcel } from './payload.ts';
import { withBlockIds } from './show-message.ts';
import { showView } from './show-view.ts';
import type { StoredView, World } from './world.ts';

/** Somebody sends a modal off, filled in. Its acknowledgement closes it, changes it, puts one on it, or says what is wrong with which block. */
export function packSubmission(
  world: World,
  { user: id, view: { id: viewId }, values, privateMetadata }: SubmitInput,
): Parcel {
  const user = knownUser(world, id);
  const stored = world.views.get(viewId);
  if (stored?.view.type !== 'modal') throw new Error('only a modal is submitted');
  stored.filled = fillIn(stored, values);
  checkRequired(stored, stored.filled);
  return {
    kind: 'interactive',
    takesAnswer: true,
    payload: {
      type: 'view_submission',
      ...commonFields(world, user),
      trigger_id: makeTrigger(world, user.id, stored.id),
      view: {
        ...showView(world, stored),
        ...(privateMetadata !== undefined && { private_metadata: privateMetadata }),
      },
      response_urls: [],
    },
    after: (ack) => obey(world, stored, ack),
  };
}

const instruction = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('clear') }),
  z.strictObject({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string().min(1)),
  }),
  z.strictObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('push'), view: z.unknown() }),
]);

function obey(world: World, stored: StoredView, ack: unknown): readonly string[] {
  if (isEmpty(ack)) {
    stored.isOpen = false;
    return [];
  }
  const { data } = instruction.safeParse(ack);
  if (data === undefined) return ['no response_action that Slack knows'];
  switch (data.response_action) {
    case 'clear':
      for (const view of openModals(world, stored.user)) view.isOpen = false;
      return [];
    case 'errors': {
      stored.errors = data.errors;
      const inputs = withBlockIds(stored.view.blocks).flatMap((block) =>
        block.type === 'input' ? block.block_id : [],
      );
      return Object.keys(data.errors).length === 0
        ? ['no error is given']
        : Object.keys(data.errors)
            .filter((id) => !inputs.includes(id))
            .map((id) => `an error for ${id}, which is no input block`);
    }
    case 'update':
    case 'push':
      return show(world, stored, data);
    default:
      return data satisfies never;
  }
}

function show(
  world: World,
  stored: StoredView,
  {
    response_action: action,
    view,
  }: { readonly response_action: 'update' | 'push'; readonly view: unknown },
): readonly string[] {
  const checked = checkView(world, view, 'modal');
  if ('ok' in checked) return sayRefusal(checked);
  if (action === 'update') {
    changeView(world, stored, checked);
    return [];
  }
  const refusal = checkDepth(openModals(world, stored.user)) ?? checkExternal(world, checked);
  if (refusal !== undefined) return sayRefusal(refusal);
  openView(world, checked, { user: stored.user, previous: stored });
  return [];
}

const sayRefusal = (answer: Answer): readonly string[] => [
  `the view was not shown: ${JSON.stringify(answer.error)} ${JSON.stringify(answer['response_metadata'])}`,
];
