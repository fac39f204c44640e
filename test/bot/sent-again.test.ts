import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeView } from '#test/support/slack/start-fake-slack.ts';
import { after, only } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { seat, type Seat } from './seat.ts';
import { waitFor } from './wait-for.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const formOf = ({ user }: Seat): FakeView =>
  only(scene.fake.views().filter((view) => view.user === user && view.type === 'modal'));

/** Sends a form that cannot be answered for now, and once it can be, sends it again as it is. */
async function expectAnsweredOnce(at: Seat, values: Readonly<Record<string, string>>) {
  const send = () => scene.fake.submit({ user: at.user, view: formOf(at), values });
  scene.answering = undefined;
  expect(await after(scene, send)).toEqual({ messages: [], told: [] });
  expect(Object.values(formOf(at).errors).join(' ')).toContain('No release of the data is live');
  scene.answering = scene.edges;
  const again = await after(scene, async () => [await send()], { messages: 1 });
  expect(formOf(at).isOpen).toBe(false);
  expect(again.messages).toHaveLength(1);
  const given = await readAudit(scene, 'answer.given');
  expect(given.filter(({ actor }) => 'id' in actor && actor.id === at.user)).toHaveLength(1);
}

test('a form in which a question is put together, refused for now and sent again as it was, is answered', async () => {
  const at = seat(scene);
  await scene.fake.command({ ...at, text: '' });
  await waitFor(() => scene.fake.views().find(({ user }) => user === at.user));
  await scene.fake.search({
    user: at.user,
    view: formOf(at),
    actionId: 'mobility:place',
    query: 'Alderton',
  });
  await expectAnsweredOnce(at, { 'mobility:place': 'region:Alderton' });
});

test('so is one in which a question is changed', async () => {
  const at = seat(scene);
  const { messages } = await after(scene, () => scene.fake.command({ ...at, text: 'status' }), {
    messages: 1,
  });
  await scene.fake.press({ user: at.user, message: only(messages), actionId: 'mobility:change' });
  await waitFor(() => scene.fake.views().find(({ user }) => user === at.user));
  const send = { 'mobility:question': 'region:Alderton show:table' };
  scene.answering = undefined;
  const sent = () => scene.fake.submit({ user: at.user, view: formOf(at), values: send });
  await after(scene, sent);
  expect(formOf(at).isOpen).toBe(true);
  scene.answering = scene.edges;
  const again = await after(scene, sent, { messages: 1 });
  expect(again.messages).toHaveLength(1);
});
