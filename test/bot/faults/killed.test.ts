import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '#src/edges/store/open-store.ts';
import { checkAudit } from '#test/support/check-audit.ts';
import { join } from 'node:path';
import type { SlackFailure } from '#test/support/slack/start-fake-slack.ts';
import { everyNth } from '#test/support/thorough.ts';
import { only } from '../after.ts';
import { directWords } from '../read-message.ts';
import { waitFor } from '../wait-for.ts';
import { openPlace, seenBy, type PersonSeat, type Place } from './open-replicas.ts';
import { wordsOfLoss } from './other-losses.ts';
import type { Replica } from './start-replica.ts';

const question = 'region:Alderton since:lift-date';
const withinMs = 60_000;

/** Where the program is when it is killed: a call to Slack, and whether Slack had done its work. */
const all: readonly {
  readonly moment: string;
  readonly call: string;
  readonly kind: Extract<SlackFailure['kind'], 'hang' | 'hangAfter'>;
  readonly sees: 'answered' | 'unsure' | 'unsureThoughPosted';
}[] = [
  {
    moment: 'as a place for the picture was reserved',
    call: 'files.getUploadURLExternal',
    kind: 'hangAfter',
    sees: 'answered',
  },
  {
    moment: 'between the reserving of the picture and its bytes',
    call: 'upload',
    kind: 'hang',
    sees: 'answered',
  },
  {
    moment: 'once the bytes of the picture are there',
    call: 'upload',
    kind: 'hangAfter',
    sees: 'answered',
  },
  {
    moment: 'once the upload is complete',
    call: 'files.completeUploadExternal',
    kind: 'hangAfter',
    sees: 'answered',
  },
  { moment: 'between upload and post', call: 'files.info', kind: 'hangAfter', sees: 'answered' },
  {
    moment: 'between the begin of the post and the post',
    call: 'chat.postMessage',
    kind: 'hang',
    sees: 'unsure',
  },
  {
    moment: 'after the post and before it is confirmed',
    call: 'chat.postMessage',
    kind: 'hangAfter',
    sees: 'unsureThoughPosted',
  },
];
const moments = everyNth(3, all);

let place: Place;
let bot: Replica;
const start = async (): Promise<void> => {
  bot = await place.start();
  place.fake.connectHttp(`${bot.url}/slack/events`);
};
beforeAll(async () => {
  place = await openPlace(moments.length);
  await start();
}, withinMs);
afterAll(() => place.close());

describe('killed', () => {
  test.each(moments.map((each, index) => ({ ...each, index })))(
    '$moment: one answer in the end, and no picture that nobody sees',
    async ({ call, kind, sees, index }) => {
      const { fake, seats } = place;
      const at = only(seats.slice(index, index + 1));
      const calls = () => fake.calls().filter(({ method }) => method === call).length;
      const before = calls();
      fake.fail(call, { kind });
      await fake.command({ ...at, text: question });
      await waitFor(() => (calls() > before ? true : undefined), withinMs);
      await bot.kill();
      fake.mend();
      await start();
      await expectSeen(at, sees);
      await waitFor(() => (fake.orphans().length === 0 ? true : undefined), withinMs);
      expect(seenBy(fake, at).answers).toHaveLength(1);
    },
    4 * withinMs,
  );

  async function expectSeen(at: PersonSeat, sees: (typeof moments)[number]['sees']) {
    const { fake } = place;
    if (sees === 'answered') {
      await waitFor(() => seenBy(fake, at).answers[0], withinMs);
      expect(seenBy(fake, at).direct).toEqual([]);
      return;
    }
    const told = await waitFor(() => seenBy(fake, at).direct[0], withinMs);
    expect(directWords(told)).toBe(wordsOfLoss('killedPosting'));
    expect(told.text).toContain(`You asked: ${question} in <#${at.channel}>`);
    expect(seenBy(fake, at).answers).toHaveLength(sees === 'unsure' ? 0 : 1);
    if (sees !== 'unsure') return;
    await fake.press({ user: at.user, message: told, actionId: 'mobility:resend' });
    await waitFor(() => seenBy(fake, at).answers[0], withinMs);
  }

  test('and the audit is whole', async () => {
    expect(await bot.stop()).toBe(0);
    const home = join(place.folder, 'home');
    const store = await openStore(
      { home, databaseUrl: undefined, auditKeyFile: undefined },
      () => new Date(),
    );
    try {
      expect(await checkAudit(store, home)).toBeGreaterThan(5 * moments.length);
    } finally {
      await store.close();
    }
  });
});
