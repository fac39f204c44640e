import type { HomeView, ModalView } from '@slack/types';
import { no, noFor, type Answer } from './method.ts';
import { findBadFiles } from './shown-files.ts';
import { showView } from './show-view.ts';
import { validateView } from './validate-blocks.ts';
import type { StoredView, World } from './world.ts';

/** A view that has passed every check, or Slack's refusal of it. */
export function checkView<K extends 'modal' | 'home'>(
  world: World,
  view: unknown,
  kind: K,
): Extract<ModalView | HomeView, { type: K }> | Answer {
  const complaints = [...validateView(view), ...findBadFiles(world, view, '/view')];
  if (complaints.length > 0) return noFor('invalid_arguments', complaints);
  // Validated: what the schema lets through is one of Slack's own views.
  const checked = view as ModalView | HomeView;
  if (checked.type !== kind)
    return noFor('invalid_arguments', [`must be a ${kind} [json-pointer:/view/type]`]);
  // Its type was compared just above.
  return checked as Extract<ModalView | HomeView, { type: K }>;
}

/** Why no second view may have this view's `external_id`; undefined where it has none or its own. */
export function checkExternal(
  world: World,
  { external_id: external }: ModalView,
): Answer | undefined {
  const isTaken = [...world.views.values()].some(
    (each) => each.isOpen && external !== undefined && each.view.external_id === external,
  );
  return isTaken ? no('duplicate_external_id') : undefined;
}

/** Opens a view for a person, over `previous` if given. */
export function openView(
  world: World,
  view: ModalView | HomeView,
  { user, previous }: { readonly user: string; readonly previous?: StoredView | undefined },
): StoredView {
  const id = world.nextId('V');
  const stored: StoredView = {
    id,
    user,
    type: view.type,
    callbackId: view.callback_id,
    view,
    hash: nextHash(world),
    isOpen: true,
    errors: {},
    filled: {},
    offered: new Map(),
    previous: previous?.id,
    root: previous?.root ?? id,
  };
  world.views.set(id, stored);
  return stored;
}

/** Changes what a view shows. What is filled in stays in blocks that stay as they are: Slack promises no more. */
export function changeView(world: World, stored: StoredView, view: ModalView | HomeView): void {
  const before = stored.view.blocks.map((block) => JSON.stringify(block));
  const staying = view.blocks.filter((block) => before.includes(JSON.stringify(block)));
  const filled = Object.fromEntries(
    Object.entries(stored.filled).filter(([id]) => staying.some(({ block_id }) => block_id === id)),
  );
  Object.assign(stored, {
    view,
    callbackId: view.callback_id,
    hash: nextHash(world),
    errors: {},
    filled,
  });
}

/** The modals open before a person, the lowest first. */
export function openModals(world: World, user: string): readonly StoredView[] {
  return [...world.views.values()].filter(
    (view) => view.user === user && view.type === 'modal' && view.isOpen,
  );
}

/** Why no view may be put on these modals; undefined where one may. */
export function checkDepth(modals: readonly StoredView[]): Answer | undefined {
  if (modals.length === 0) return no('not_found');
  return modals.length >= 3 ? no('push_limit_reached') : undefined;
}

/** The answer that shows a view. */
export function sayView(world: World, stored: StoredView): Answer {
  return { ok: true, view: showView(world, stored) };
}

const nextHash = (world: World): string => `${world.nextTs()}.${world.nextId('H')}`;
