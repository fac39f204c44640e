import { fillIn } from './fill-in.ts';
import { withBlockIds } from './show-message.ts';
import type { StoredView, World } from './world.ts';

/** A view as Slack sends it, with what is filled in. */
export function showView(
  { teamId, appId, botId }: World,
  stored: StoredView,
): Readonly<Record<string, unknown>> {
  const { view } = stored;
  return {
    id: stored.id,
    team_id: teamId,
    app_id: appId,
    app_installed_team_id: teamId,
    bot_id: botId,
    title: null,
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...view,
    blocks: withBlockIds(view.blocks),
    state: { values: fillIn(stored, {}) },
    hash: stored.hash,
    root_view_id: stored.root,
    previous_view_id: stored.previous ?? null,
  };
}
