import type { FormFields } from '#src/grammar/form-fields.ts';

/** The command, as `manifest.yml` declares it. */
export const commandName = '/mobility';

/** What the `action_id` of every button begins with; what follows is the action. */
export const actionPrefix = 'mobility:';

/** The `action_id` of a button of ours. */
export const isAction = new RegExp(`^${actionPrefix}[a-z-]+$`, 'u');

/** The `callback_id` of the form in which a question is changed. */
export const changeForm = 'mobility:change';

/** The `block_id` of its one field. */
export const questionBlock = 'question';

/** The `callback_id` of the form in which a question is put together. */
export const askForm = 'mobility:ask';

/** The `block_id` of its first field, under which is shown what is wrong with any. */
export const placeBlock = 'place' satisfies keyof FormFields;

/** The `callback_id` of the message shortcut "How was this worked out?". */
export const explainShortcut = 'mobility:explain';

/** The event of somebody opening the bot's page. */
export const homeEvent = 'app_home_opened';

/** The event of somebody naming the bot in a message. */
export const mentionEvent = 'app_mention';

/** Where Slack delivers over HTTP. */
export const eventsPath = '/slack/events';
