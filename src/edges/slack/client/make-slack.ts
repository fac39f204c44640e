import type { Slack } from '#src/slack-port.ts';
import type { Clock } from '#src/state/store.ts';
import { writeForm } from '../write/write-form.ts';
import { writeHome } from '../write/write-home.ts';
import { writePost } from '../write/write-post.ts';
import { attempt } from './attempt.ts';
import { deleteFile } from './delete-file.ts';
import { findByFile } from './find-by-file.ts';
import { makeDirectory } from './make-directory.ts';
import { makeReadGroup } from './make-read-group.ts';
import { makeReadSelf } from './make-read-self.ts';
import { makeWebClient } from './make-web-client.ts';
import { unknownMember } from './member.ts';
import { openDirect } from './open-direct.ts';
import { postOnce } from './post-once.ts';
import { readRoom } from './read-room.ts';
import { respond } from './respond.ts';
import { reserveFile, sendFile } from './send-file.ts';
import { orFault, slackFault } from './slack-fault.ts';
import { slackUrl } from './slack-url.ts';
import { whisper } from './whisper.ts';
import { withDeadline } from './with-deadline.ts';

/** `apiUrl`: of another Slack, such as GovSlack's. `deadlineMs`: within which everything ends; a single request has a third of it. `report`: tells the operator. */
export type SlackOptions = {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly deadlineMs?: number;
  readonly clock: Clock;
  readonly report: (error: unknown) => unknown;
};

/**
 * Slack over its Web API. Reads are tried again a few times, writes never. Of rooms nothing is kept, nor shared: a read that began earlier may be told less. What is said
 * of a person may be up to 5 minutes old, the members of a user group up to one. Throws `ConfigFault` where the token would leave unencrypted.
 */
export function makeSlack({
  token,
  apiUrl = slackUrl,
  deadlineMs = 30_000,
  clock,
  report,
}: SlackOptions): Slack {
  const timeoutMs = Math.ceil(deadlineMs / 3);
  // Two, so that many reads at once never hold up a post.
  const reads = makeWebClient(token, apiUrl, timeoutMs);
  const writes = makeWebClient(token, apiUrl, timeoutMs);
  const readSelf = makeReadSelf(reads);
  const directory = makeDirectory(reads, readSelf, clock);
  const readGroup = makeReadGroup(reads, clock);
  const files = { reads, writes, apiUrl, timeoutMs };
  const inTime = <T>(request: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    withDeadline(deadlineMs, () => slackFault(request, { kind: 'timeout' }), work);
  return {
    readRoom: (channel, asker) =>
      inTime('a room', (signal) =>
        readRoom({ client: reads, readSelf, directory }, channel, asker, signal),
      ),
    readPerson: async (person) => {
      const found = await inTime('a person', (signal) => directory([person], signal));
      return { id: person, ...(found.get(person) ?? unknownMember) };
    },
    readGroup: (group) => inTime('a user group', (signal) => readGroup(group, signal)),
    openDirect: (person) =>
      inTime('conversations.open', (signal) => openDirect(reads, person, signal)),
    reserveFile: (picture, name) =>
      inTime('files.getUploadURLExternal', (signal) => reserveFile(files, picture, name, signal)),
    sendFile: (place, picture, title) => sendFile(files, place, picture, title),
    deleteFile: (file) => inTime('files.delete', (signal) => deleteFile(writes, file, signal)),
    post: (to, post, thread) => postOnce(writes, { to, post, thread }, report),
    findByFile: (channel, file) =>
      inTime('files.info', (signal) => findByFile(reads, channel, file, signal)),
    update: async (channel, ts, post) => {
      const { text, blocks } = writePost(post, 'whole');
      orFault(
        'chat.update',
        await attempt(() => writes.chat.update({ channel, ts, text, blocks })),
      );
    },
    respond: (responseUrl, post) => respond({ apiUrl, timeoutMs, report }, responseUrl, post),
    whisper: (to, post) => whisper(writes, to, post, report),
    openForm: async (trigger, form) => {
      const view = writeForm(form);
      orFault('views.open', await attempt(() => writes.views.open({ trigger_id: trigger, view })));
    },
    updateForm: async ({ id, hash }, form) => {
      const view = writeForm(form);
      const named = hash === undefined ? { view_id: id } : { view_id: id, hash };
      orFault('views.update', await attempt(() => writes.views.update({ ...named, view })));
    },
    showHome: async (person, page) => {
      const view = writeHome(page);
      orFault(
        'views.publish',
        await attempt(() => writes.views.publish({ user_id: person, view })),
      );
    },
  };
}
