import { z } from 'zod';
import { json, text } from '../arguments.ts';
import { makeMethod, no, type Answer } from '../method.ts';
import {
  changeView,
  checkDepth,
  checkExternal,
  checkView,
  openModals,
  openView,
  sayView,
} from '../open-view.ts';
import type { StoredView, Trigger, World } from '../world.ts';

const TRIGGER_LIFE_MS = 3000;
const modal = { trigger_id: text, view: json };

/** `views.open`: a first modal. What was open closes. */
export const viewsOpen = makeMethod({
  pace: 4,
  takes: z.strictObject(modal),
  run: ({ trigger_id, view }, world) => {
    const checked = checkView(world, view, 'modal');
    if ('ok' in checked) return checked;
    const trigger = spendTrigger(world, trigger_id);
    if ('ok' in trigger) return trigger;
    for (const open of openModals(world, trigger.user)) open.isOpen = false;
    const taken = checkExternal(world, checked);
    if (taken !== undefined) return taken;
    return sayView(world, openView(world, checked, { user: trigger.user }));
  },
});

/** `views.push`: one more on the modal that the trigger came from; three at most. */
export const viewsPush = makeMethod({
  pace: 4,
  takes: z.strictObject(modal),
  run: ({ trigger_id, view }, world) => {
    const checked = checkView(world, view, 'modal');
    if ('ok' in checked) return checked;
    const trigger = spendTrigger(world, trigger_id);
    if ('ok' in trigger) return trigger;
    if (trigger.view === undefined) return no('not_found');
    const modals = openModals(world, trigger.user);
    const refusal = checkDepth(modals) ?? checkExternal(world, checked);
    if (refusal !== undefined) return refusal;
    return sayView(
      world,
      openView(world, checked, { user: trigger.user, previous: modals.at(-1) }),
    );
  },
});

/** `views.update`: an open modal, by one of its names; with `hash`, only as it was when that hash was given. */
export const viewsUpdate = makeMethod({
  pace: 4,
  takes: z.strictObject({
    view: json,
    view_id: text.optional(),
    external_id: text.optional(),
    hash: text.optional(),
  }),
  run: ({ view, view_id, external_id, hash }, world) => {
    if ((view_id === undefined) === (external_id === undefined)) return no('invalid_arguments');
    const stored = [...world.views.values()].find(
      (each) =>
        each.isOpen &&
        each.type === 'modal' &&
        (view_id === undefined ? each.view.external_id === external_id : each.id === view_id),
    );
    if (stored === undefined) return no('not_found');
    return changed(world, stored, checkView(world, view, 'modal'), hash);
  },
});

/** `views.publish`: the Home of one person. */
export const viewsPublish = makeMethod({
  pace: 4,
  takes: z.strictObject({ user_id: text, view: json, hash: text.optional() }),
  run: ({ user_id: user, view, hash }, world) => {
    const known = world.users.get(user);
    if (known === undefined || known.deleted || known.isBot) return no('user_not_found');
    const checked = checkView(world, view, 'home');
    const stored = [...world.views.values()].find(
      (each) => each.type === 'home' && each.user === user,
    );
    if (stored !== undefined) return changed(world, stored, checked, hash);
    return 'ok' in checked ? checked : sayView(world, openView(world, checked, { user }));
  },
});

function changed(
  world: World,
  stored: StoredView,
  checked: ReturnType<typeof checkView<'modal' | 'home'>>,
  hash: string | undefined,
): Answer {
  if ('ok' in checked) return checked;
  if (hash !== undefined && hash !== stored.hash) return no('hash_conflict');
  changeView(world, stored, checked);
  return sayView(world, stored);
}

function spendTrigger(world: World, id: string): Trigger | Answer {
  const trigger = world.triggers.get(id);
  if (trigger === undefined) return no('invalid_trigger_id');
  if (trigger.isSpent) return no('exchanged_trigger_id');
  if (world.clock() - trigger.atMs > TRIGGER_LIFE_MS) return no('expired_trigger_id');
  trigger.isSpent = true;
  return trigger;
}
