/** The command, as `manifest.yml` declares it. */
export const commandName = '/mobility';

/** What the `action_id` of every button begins with; what follows is the action. */
export const actionPrefix = 'mobility:';

/** The `action_id` of a button of ours. */
export const isAction = new RegExp(`^${actionPrefix}[a-z-]+$`, 'u');

/** The `callback_id` of the form in which a question is changed. */
export const changeForm = 'mobility:change';

/** The `callback_id` of the form in which a question is put together. */
export const askForm = 'mobility:ask';

/** The `callback_id` of the message shortcut "How was this worked out?". */
export const explainShortcut = 'mobility:explain';

/** The event of somebody opening the bot's page. */
export const homeEvent = 'app_home_opened';

/** The event of somebody naming the bot in a message. */
export const mentionEvent = 'app_mention';

/** Where Slack delivers over HTTP. */
export const eventsPath = '/slack/events';
