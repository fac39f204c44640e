import type { Method } from '../method.ts';
import {
  apiTest,
  appsConnectionsOpen,
  authTest,
  blocksValidate,
  botsInfo,
  teamInfo,
} from './about.ts';
import {
  chatDelete,
  chatGetPermalink,
  chatPostEphemeral,
  chatPostMessage,
  chatUpdate,
} from './chat.ts';
import {
  conversationsInfo,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
} from './conversations.ts';
import { filesCompleteUpload, filesDelete, filesGetUploadUrl, filesInfo } from './files.ts';
import { usergroupsList, usergroupsUsersList, usersInfo, usersList } from './users.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

/** Every method of the Web API that this workspace knows. */
export const methods: ReadonlyMap<string, Method> = new Map([
  ['api.test', apiTest],
  ['apps.connections.open', appsConnectionsOpen],
  ['auth.test', authTest],
  ['blocks.validate', blocksValidate],
  ['bots.info', botsInfo],
  ['chat.delete', chatDelete],
  ['chat.getPermalink', chatGetPermalink],
  ['chat.postEphemeral', chatPostEphemeral],
  ['chat.postMessage', chatPostMessage],
  ['chat.update', chatUpdate],
  ['conversations.info', conversationsInfo],
  ['conversations.list', conversationsList],
  ['conversations.members', conversationsMembers],
  ['conversations.open', conversationsOpen],
  ['files.completeUploadExternal', filesCompleteUpload],
  ['files.delete', filesDelete],
  ['files.getUploadURLExternal', filesGetUploadUrl],
  ['files.info', filesInfo],
  ['team.info', teamInfo],
  ['usergroups.list', usergroupsList],
  ['usergroups.users.list', usergroupsUsersList],
  ['users.info', usersInfo],
  ['users.list', usersList],
  ['views.open', viewsOpen],
  ['views.publish', viewsPublish],
  ['views.push', viewsPush],
  ['views.update', viewsUpdate],
]);
