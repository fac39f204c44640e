import { afterEach, beforeEach, expect, test } from 'vitest';
import { Fault } from '#src/fault.ts';
import { only } from './after.ts';
import { faults } from './faults/fault-names.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { directWords } from './read-message.ts';
import { seat, type Seat } from './seat.ts';
import { waitFor } from './wait-for.ts';

const day = 24 * 60 * 60 * 1000;

let scene: Scene;
let passedMs = 0;
beforeEach(async () => {
  passedMs = 0;
  const clock = () => new Date(Date.now() + passedMs);
  scene = await openScene({
    pace: { sweepMs: 100 },
    slack: { sharesListFiles: true, fileReadyAfterMs: 0 },
    client: { deadlineMs: 3000 },
    parts: { clock },
  });
});
afterEach(() => scene.close());

/** An answer whose post Slack has, or has not, taken without saying so, and that is not found right after; its asker is told. */
async function askInVain(how: 'resetAfter' | 'reset'): Promise<Seat> {
  const { fake } = scene;
  const at = seat(scene);
  fake.fail('chat.postMessage', { kind: how });
  fake.fail('files.info', faults['fatal_error'], { after: 1, times: 9 });
  await fake.command({ ...at, text: 'region:Alderton since:lift-date' });
  const isTold = () => directTo(at).find((text) => text.includes('may have been posted'));
  await waitFor(isTold);
  fake.mend();
  return at;
}

const directTo = ({ channel }: Seat): readonly string[] =>
  scene.fake
    .messages()
    .filter((message) => message.channel !== channel)
    .map(directWords);
const waitForDeletion = async (): Promise<void> => {
  await expect.poll(() => readAudit(scene, 'message.fileDeleted')).toHaveLength(1);
};
const sweeps = async (): Promise<void> => {
  const count = () => scene.fake.calls().length;
  const before = count();
  await new Promise((resolve) => setTimeout(resolve, 350));
  expect(count()).toBe(before);
};

test('an answer that may have been posted keeps its picture for a week; then it is deleted, and can still be sent again', async () => {
  const at = await askInVain('reset');
  passedMs = 6.9 * day;
  await sweeps();
  expect(scene.fake.files()).toHaveLength(1);
  passedMs = 7.1 * day;
  await waitFor(() => (scene.fake.files().length === 0 ? true : undefined));
  passedMs = 0;
  await waitForDeletion();
  const told = only(scene.fake.messages().filter(({ channel }) => channel !== at.channel));
  await scene.fake.press({ user: at.user, message: told, actionId: 'mobility:resend' });
  const posted = await waitFor(() => scene.fake.messages(at.channel)[0]);
  expect(posted.blocks.map(({ type }) => type)).toContain('image');
  expect(scene.fake.orphans()).toEqual([]);
});

test('one that stands in the channel after all is known as posted then, and keeps its picture', async () => {
  const at = await askInVain('resetAfter');
  const { ts } = only(scene.fake.messages(at.channel));
  expect(await scene.store.messages.postedAt(at.channel, ts)).toBeUndefined();
  passedMs = 7.1 * day;
  await expect
    .poll(() => scene.store.messages.postedAt(at.channel, ts))
    .toMatchObject({ state: 'posted' });
  await sweeps();
  expect(scene.fake.files()).toHaveLength(1);
});

test('while Slack does not say whether it stands, its picture stays', async () => {
  await askInVain('resetAfter');
  scene.fake.fail('files.info', faults['token_revoked'], { times: Infinity });
  passedMs = 7.1 * day;
  const isReported = () =>
    scene.reports.find((each) => each instanceof Fault && each.code === 'token_revoked');
  await waitFor(isReported);
  expect(scene.fake.files()).toHaveLength(1);
  scene.fake.mend();
});
