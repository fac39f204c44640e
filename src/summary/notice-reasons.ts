/** Why a message was not posted, after a colon, and what its owner does. `again`: "ask again", say. */
type Refused = { readonly because: string; readonly next: (again: string) => string };

const tellOperator = 'tell whoever runs this service';
const onceMended = (again: string) => `Please ${tellOperator}. Once it is put right, ${again}.`;
const later = (again: string) => `Wait a few minutes, then ${again}.`;
const ifAgain = (again: string) => `You can ${again}. If it fails once more, ${tellOperator}.`;

const archived: Refused = {
  because: 'the channel has been archived',
  next: (again) => `Choose another channel, or have this one restored. Then ${again}.`,
};
const notFound: Refused = {
  because: 'the channel is gone, or this bot cannot see it',
  next: (again) => `Add this bot to the channel, or choose another. Then ${again}.`,
};
const notInChannel: Refused = {
  because: 'this bot is not in the channel',
  next: (again) => `Add this bot to the channel, then ${again}.`,
};
const restricted: Refused = {
  because: 'this bot is not allowed to post in the channel',
  next: (again) =>
    `Ask whoever manages the channel to let it post, or choose another channel. Then ${again}.`,
};
const noThread: Refused = {
  because: 'the thread it belongs to takes no more replies',
  next: (again) => `Go to the channel itself, then ${again}.`,
};
const signedOut: Refused = { because: 'Slack did not let this bot sign in', next: onceMended };
const noRight: Refused = {
  because: 'this bot lacks a permission that it needs in Slack',
  next: onceMended,
};
const noDirect: Refused = {
  because: 'Slack does not let this bot send direct messages to that person',
  next: onceMended,
};
const layout: Refused = { because: 'Slack did not accept its layout', next: onceMended };
const tooLong: Refused = {
  because: 'it was too long for one message',
  next: (again) => `Choose fewer places or a shorter time, then ${again}.`,
};
const busy: Refused = { because: 'Slack was taking no more messages', next: later };
const unreachable: Refused = { because: 'Slack could not be reached for some time', next: later };
const notPermitted: Refused = {
  because: 'it may not be shown there at present',
  next: (again) => `Choose another channel, then ${again}.`,
};
const fault: Refused = { because: 'something went wrong while it was made', next: ifAgain };
const tooOften: Refused = { because: 'it was tried several times and never ready', next: ifAgain };

const same = (
  reason: Refused,
  ...codes: readonly string[]
): readonly (readonly [string, Refused])[] => codes.map((code) => [code, reason]);

/**
 * What each code means to the owner of a message that was surely not posted. Codes are Slack's own errors of chat.postMessage and of posting a picture, and
 * those of the sender.
 */
export const refusedReasons: ReadonlyMap<string, Refused> = new Map([
  ...same(archived, 'is_archived'),
  ...same(notFound, 'channel_not_found'),
  ...same(notInChannel, 'not_in_channel'),
  ...same(
    restricted,
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_only_channel',
    'ekm_access_denied',
    'team_access_not_granted',
  ),
  ...same(
    noThread,
    'restricted_action_thread_locked',
    'cannot_reply_to_message',
    'message_not_found',
    'thread_not_found',
  ),
  ...same(
    signedOut,
    'token_revoked',
    'token_expired',
    'account_inactive',
    'invalid_auth',
    'not_authed',
    'not_allowed_token_type',
    'access_denied',
    'org_login_required',
    'two_factor_setup_required',
  ),
  ...same(noRight, 'missing_scope', 'no_permission'),
  ...same(noDirect, 'cannot_dm_bot', 'messages_tab_disabled', 'user_not_found', 'user_disabled'),
  ...same(
    layout,
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_arguments',
    'no_text',
    'too_many_attachments',
  ),
  ...same(tooLong, 'msg_too_long', 'msg_blocks_too_long'),
  ...same(busy, 'ratelimited', 'rate_limited'),
  ...same(
    unreachable,
    'unreachable',
    'unavailable',
    'service_unavailable',
    'request_timeout',
    'timeout',
    'connection_lost',
    'fatal_error',
    'internal_error',
    'team_added_to_org',
  ),
  ...same(notPermitted, 'not_permitted'),
  ...same(fault, 'fault', 'unreadable', 'file_left', 'file_not_ready', 'taken_over'),
  ...same(tooOften, 'too_many_attempts'),
]);

/** Why nobody can tell whether a message was posted, after a colon. */
export const unknownReasons: ReadonlyMap<string, string> = new Map([
  ['timeout', 'Slack did not reply in time'],
  ['connection_lost', 'the connection to Slack broke'],
  ['unreachable', 'the connection to Slack broke'],
  ['unavailable', 'Slack failed while it took the message'],
  ['fatal_error', 'Slack failed while it took the message'],
  ['internal_error', 'Slack failed while it took the message'],
  ['taken_over', 'this bot was stopped while it posted'],
  ['too_many_attempts', 'this bot was stopped each time it looked for it'],
]);
