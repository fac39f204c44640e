import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '@slack/bolt';
import { makeQuietClient } from './quiet-client.ts';
import { slackErrorOf } from './slack-error-of.ts';
import { startBoltApp } from './start-bolt-app.ts';
import { startFakeSlack, type FakeSlack } from './start-fake-slack.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = (title: string, more: object = {}) => ({
  type: 'modal' as const,
  title: plain(title),
  blocks: [
    {
      type: 'actions' as const,
      elements: [{ type: 'button' as const, action_id: 'more', text: plain('More') }],
    },
  ],
  ...more,
});
const option = (value: string) => ({ text: plain(value), value });
const form = modal('Ask', {
  submit: plain('Ask'),
  private_metadata: 'sealed',
  callback_id: 'ask',
  blocks: [
    {
      type: 'input',
      block_id: 'place',
      label: plain('Place'),
      element: { type: 'plain_text_input', action_id: 'place' },
    },
    {
      type: 'input',
      block_id: 'mode',
      optional: true,
      label: plain('Mode'),
      element: {
        type: 'static_select',
        action_id: 'mode',
        options: [option('car'), option('bus')],
        initial_option: option('car'),
      },
    },
    {
      type: 'input',
      block_id: 'days',
      optional: true,
      label: plain('Days'),
      element: { type: 'checkboxes', action_id: 'days', options: [option('mon'), option('tue')] },
    },
    {
      type: 'input',
      block_id: 'since',
      optional: true,
      label: plain('Since'),
      element: { type: 'datepicker', action_id: 'since' },
    },
    {
      type: 'input',
      block_id: 'beside',
      optional: true,
      dispatch_action: true,
      label: plain('Beside'),
      element: { type: 'external_select', action_id: 'beside', min_query_length: 2 },
    },
  ],
});

let nowMs: number;
let fake: FakeSlack;
let user: string;
let triggers: string[];
let stop: () => Promise<unknown>;
let onSubmit: (view: Record<string, unknown>) => unknown;
let submitted: Record<string, unknown>[];
let searched: Record<string, unknown>[];
let changed: Record<string, unknown>[];
let offer: unknown;

const listen = (app: App): void => {
  app.command('/mobility', async ({ ack, body }) => {
    triggers.push(body.trigger_id);
    await ack();
  });
  app.action('more', async ({ ack, body }) => {
    if ('trigger_id' in body) triggers.push(body.trigger_id);
    await ack();
  });
  app.options('beside', async ({ ack, body }) => {
    searched.push({ ...body });
    // Whatever a test wants offered, good or not.
    await ack(offer as never);
  });
  app.action('beside', async ({ ack, body }) => {
    changed.push({ ...body });
    await ack();
  });
  app.view('ask', async ({ ack, view }) => {
    submitted.push({ ...view });
    // Whatever a test wants said, good or not.
    await ack(onSubmit({ ...view }) as never);
  });
};

beforeEach(async () => {
  nowMs = 1_700_000_000_000;
  fake = await startFakeSlack({ limits: 'none', clock: () => nowMs });
  user = fake.addUser().id;
  triggers = [];
  submitted = [];
  searched = [];
  changed = [];
  offer = { options: [option('Leeds'), option('Leith')] };
  onSubmit = () => undefined;
  ({ stop } = await startBoltApp(fake, 'http', listen));
});
afterEach(async () => {
  await stop();
  await fake.close();
});

const call = (method: string, args: Record<string, unknown>) =>
  makeQuietClient(fake).apiCall(method, args);
async function trigger(): Promise<string> {
  await fake.command({ user, channel: fake.addChannel().id, text: '' }, { atMs: Date.now() });
  return triggers.at(-1) ?? '';
}
async function triggerInModal(): Promise<string> {
  await fake.press({ user, actionId: 'more' }, { atMs: Date.now() });
  return triggers.at(-1) ?? '';
}
const openForm = async () => {
  await call('views.open', { trigger_id: await trigger(), view: form });
  const view = fake.views().at(-1);
  if (view === undefined) throw new Error('no view');
  return view;
};
const openTitles = () =>
  fake
    .views()
    .filter(({ isOpen }) => isOpen)
    .map(({ view }) => ('title' in view ? view.title.text : 'Home'));

describe('a trigger', () => {
  it('opens one modal', async () => {
    const id = await trigger();
    await call('views.open', { trigger_id: id, view: modal('One') });
    const again = call('views.open', { trigger_id: id, view: modal('Two') });
    expect((await slackErrorOf(again)).error).toBe('exchanged_trigger_id');
    expect(fake.views()).toMatchObject([{ user, type: 'modal', isOpen: true }]);
  });

  it('lasts three seconds', async () => {
    const id = await trigger();
    nowMs += 3001;
    const late = call('views.open', { trigger_id: id, view: modal('One') });
    expect((await slackErrorOf(late)).error).toBe('expired_trigger_id');
  });

  it('is one that was given', async () => {
    const forged = call('views.open', { trigger_id: '1.2.3', view: modal('One') });
    expect((await slackErrorOf(forged)).error).toBe('invalid_trigger_id');
  });

  it('is not spent on a bad view', async () => {
    const id = await trigger();
    const bad = call('views.open', { trigger_id: id, view: modal('x'.repeat(25)) });
    expect(await slackErrorOf(bad)).toMatchObject({
      error: 'invalid_arguments',
      messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
    });
    await call('views.open', { trigger_id: id, view: modal('One') });
  });

  it('opens no Home', async () => {
    const view = { type: 'home', blocks: [{ type: 'divider' }] };
    const home = call('views.open', { trigger_id: await trigger(), view });
    expect((await slackErrorOf(home)).error).toBe('invalid_arguments');
  });
});

describe('modals', () => {
  it('stand three deep at most', async () => {
    await call('views.open', { trigger_id: await trigger(), view: modal('One') });
    for (const title of ['Two', 'Three'])
      await call('views.push', { trigger_id: await triggerInModal(), view: modal(title) });
    const fourth = call('views.push', { trigger_id: await triggerInModal(), view: modal('Four') });
    expect((await slackErrorOf(fourth)).error).toBe('push_limit_reached');
    expect(openTitles()).toEqual(['One', 'Two', 'Three']);
  });

  it('are pushed only from a modal', async () => {
    const push = call('views.push', { trigger_id: await trigger(), view: modal('One') });
    expect((await slackErrorOf(push)).error).toBe('not_found');
    await call('views.open', { trigger_id: await trigger(), view: modal('One') });
    const fromOutside = call('views.push', { trigger_id: await trigger(), view: modal('Two') });
    expect((await slackErrorOf(fromOutside)).error).toBe('not_found');
  });

  it('close when another is opened', async () => {
    for (const title of ['One', 'Two'])
      await call('views.open', { trigger_id: await trigger(), view: modal(title) });
    expect(openTitles()).toEqual(['Two']);
  });

  it('have names of their own', async () => {
    const view = modal('One', { external_id: 'one' });
    await call('views.open', { trigger_id: await trigger(), view });
    const push = call('views.push', { trigger_id: await triggerInModal(), view });
    expect((await slackErrorOf(push)).error).toBe('duplicate_external_id');
    await call('views.update', { external_id: 'one', view: modal('New', { external_id: 'one' }) });
    expect(openTitles()).toEqual(['New']);
  });

  it('change only as they were last seen', async () => {
    const { view: shown } = await makeQuietClient(fake).views.open({
      trigger_id: await trigger(),
      view: modal('One'),
    });
    const at = { view_id: shown?.id, hash: shown?.hash };
    await call('views.update', { ...at, view: modal('Two') });
    expect((await slackErrorOf(call('views.update', { ...at, view: modal('Three') }))).error).toBe(
      'hash_conflict',
    );
    await call('views.update', { view_id: shown?.id, view: modal('Four') });
    expect(openTitles()).toEqual(['Four']);
  });

  it('that are not there do not change', async () => {
    const gone = call('views.update', { view_id: 'V1', view: modal('One') });
    expect((await slackErrorOf(gone)).error).toBe('not_found');
    const nameless = call('views.update', { view: modal('One') });
    expect((await slackErrorOf(nameless)).error).toBe('invalid_arguments');
  });
});

describe('a Home', () => {
  const home = (text: string) => ({
    type: 'home',
    blocks: [{ type: 'section', text: plain(text) }],
  });

  it('is one for each person', async () => {
    await call('views.publish', { user_id: user, view: home('old') });
    await call('views.publish', { user_id: user, view: home('new') });
    expect(fake.views()).toMatchObject([{ user, type: 'home', view: home('new') }]);
  });

  it('is refused for nobody, as a modal, and on an old hash', async () => {
    const nobody = call('views.publish', { user_id: 'U1', view: home('x') });
    expect((await slackErrorOf(nobody)).error).toBe('user_not_found');
    const wrong = call('views.publish', { user_id: user, view: modal('x') });
    expect((await slackErrorOf(wrong)).error).toBe('invalid_arguments');
    await call('views.publish', { user_id: user, view: home('x') });
    const old = call('views.publish', { user_id: user, view: home('y'), hash: 'old' });
    expect((await slackErrorOf(old)).error).toBe('hash_conflict');
  });
});

describe('a submission', () => {
  const submit = async (
    values: Record<string, string> = { place: 'London' },
    privateMetadata?: string,
  ) => {
    const view = fake.views().at(-1) ?? (await openForm());
    return fake.submit(
      { user, view, values, ...(privateMetadata !== undefined && { privateMetadata }) },
      { atMs: Date.now() },
    );
  };

  it('brings what was filled in, over what the form began with', async () => {
    await submit({ place: 'Leeds', days: 'mon,tue', since: '2024-03-01' });
    expect(submitted[0]).toMatchObject({
      private_metadata: 'sealed',
      state: {
        values: {
          place: { place: { type: 'plain_text_input', value: 'Leeds' } },
          mode: { mode: { selected_option: option('car') } },
          days: { days: { selected_options: [option('mon'), option('tue')] } },
          since: { since: { selected_date: '2024-03-01' } },
        },
      },
    });
  });

  it('may be forged in its private_metadata', async () => {
    await submit({ place: 'Leeds' }, 'forged');
    expect(submitted[0]).toMatchObject({ private_metadata: 'forged' });
  });

  it.each<[string, Record<string, string>]>([
    ['a required field empty', {}],
    ['a field unknown', { place: 'x', colour: 'red' }],
    ['an option not offered', { place: 'x', mode: 'balloon' }],
  ])('with %s is not let by the form', async (_, values) => {
    await openForm();
    await expect(submit(values)).rejects.toThrow(/field/u);
    expect(submitted).toEqual([]);
  });

  it('closes the modal when acknowledged with nothing', async () => {
    expect((await submit()).complaints).toEqual([]);
    expect(openTitles()).toEqual([]);
  });

  it.each<[object, readonly string[]]>([
    [{ response_action: 'update', view: modal('New') }, ['New']],
    [{ response_action: 'push', view: modal('New') }, ['Ask', 'New']],
    [{ response_action: 'clear' }, []],
  ])('acknowledged with %j leaves open %j', async (ack, titles) => {
    onSubmit = () => ack;
    expect((await submit()).complaints).toEqual([]);
    expect(openTitles()).toEqual(titles);
  });

  it('acknowledged with errors stays open and shows them', async () => {
    onSubmit = () => ({ response_action: 'errors', errors: { place: 'No such place' } });
    expect((await submit()).complaints).toEqual([]);
    expect(fake.views()).toMatchObject([{ isOpen: true, errors: { place: 'No such place' } }]);
  });

  it.each<[string, unknown]>([
    ['an action unknown', { response_action: 'explode' }],
    ['an error for no input', { response_action: 'errors', errors: { nowhere: 'No' } }],
    ['no error at all', { response_action: 'errors', errors: {} }],
    ['a bad view', { response_action: 'update', view: { type: 'modal' } }],
    ['words', 'thanks'],
  ])('acknowledged with %s is complained of', async (_, ack) => {
    onSubmit = () => ack;
    expect((await submit()).complaints).toHaveLength(1);
    expect(openTitles()).toEqual(['Ask']);
  });
});

describe('a field', () => {
  const now = () => ({ atMs: Date.now() });
  const search = (view: { readonly id: string }, query = 'le') =>
    fake.search({ user, view, actionId: 'beside', query }, now());
  const change = (view: { readonly id: string }, value: string) =>
    fake.change({ user, view, actionId: 'beside', value }, now());

  it('that is searched in asks the bot, and what it offers can be chosen', async () => {
    const view = await openForm();
    expect((await search(view)).complaints).toEqual([]);
    expect(searched).toMatchObject([
      {
        type: 'block_suggestion',
        user: { id: user },
        container: { type: 'view', view_id: view.id },
        action_id: 'beside',
        block_id: 'beside',
        value: 'le',
        view: { id: view.id, private_metadata: 'sealed' },
      },
    ]);
    expect((await change(view, 'Leeds')).complaints).toEqual([]);
    expect(changed).toMatchObject([
      {
        type: 'block_actions',
        container: { type: 'view', view_id: view.id },
        view: {
          hash: view.hash,
          state: { values: { beside: { beside: { selected_option: option('Leeds') } } } },
        },
        actions: [{ type: 'external_select', block_id: 'beside', action_id: 'beside' }],
      },
    ]);
    expect(changed[0]).not.toHaveProperty('channel');
    expect(changed[0]).not.toHaveProperty('response_url');
    await expect(change(view, 'London')).rejects.toThrow('offers nothing such');
  });

  it('is not searched in with fewer letters than it wants, nor where it is none to search in', async () => {
    const view = await openForm();
    await expect(search(view, 'l')).rejects.toThrow('before more is typed');
    const elsewhere = fake.search({ user, view, actionId: 'mode', query: 'bus' }, now());
    await expect(elsewhere).rejects.toThrow('not one that is searched in');
  });

  it.each<[string, unknown]>([
    ['more than a hundred', { options: Array.from({ length: 101 }, (_, at) => option(`p${at}`)) }],
    ['a long text', { options: [{ text: plain('x'.repeat(76)), value: 'x' }] }],
    ['a long value', { options: [{ text: plain('x'), value: 'x'.repeat(76) }] }],
    ['one value twice', { options: [option('a'), option('a')] }],
    ['markup', { options: [{ text: { type: 'mrkdwn', text: 'x' }, value: 'x' }] }],
    ['nothing at all', undefined],
  ])('that is offered %s is complained of', async (_, bad) => {
    const view = await openForm();
    offer = bad;
    expect((await search(view)).complaints).not.toEqual([]);
    await expect(change(view, 'a')).rejects.toThrow('offers nothing such');
  });

  it('that tells nobody is changed in silence, so no test may wait for it', async () => {
    const view = await openForm();
    const silent = fake.change({ user, view, actionId: 'mode', value: 'bus' }, now());
    await expect(silent).rejects.toThrow('tells nobody');
  });

  it('stays filled in where its block stays as it is, and is as new where not', async () => {
    const view = await openForm();
    const held = () => fake.views().find(({ id }) => id === view.id)?.filled['beside']?.['beside'];
    await search(view);
    await change(view, 'Leeds');
    const [first, ...others] = form.blocks;
    await call('views.update', { view_id: view.id, view: { ...form, blocks: others } });
    expect(held()).toMatchObject({ selected_option: option('Leeds') });
    const wanting = others.map((block) =>
      'block_id' in block && block.block_id === 'beside' ? { ...block, optional: false } : block,
    );
    await call('views.update', {
      view_id: view.id,
      view: { ...form, blocks: [first, ...wanting] },
    });
    expect(held()).toBeUndefined();
  });

  it('holds what was chosen when the form is sent, unless it was cleared', async () => {
    const view = await openForm();
    await search(view);
    await change(view, 'Leeds');
    const send = () => fake.submit({ user, view, values: { place: 'x' } }, now());
    onSubmit = () => ({ response_action: 'errors', errors: { place: 'No such place' } });
    await send();
    await change(view, '');
    await send();
    const beside = (chosen: unknown) => ({
      state: { values: { beside: { beside: { selected_option: chosen } } } },
    });
    expect(submitted).toMatchObject([beside(option('Leeds')), beside(null)]);
  });
});
