import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPicture } from './a-picture.ts';
import { makeQuietClient } from './quiet-client.ts';
import { slackErrorOf } from './slack-error-of.ts';
import { startFakeSlack, type FakeSlack } from './start-fake-slack.ts';

let nowMs: number;
let fake: FakeSlack;
beforeEach(async () => {
  nowMs = 1_700_000_000_000;
  fake = await startFakeSlack({ clock: () => nowMs, limits: 'none' });
});
afterEach(() => fake.close());

const call = (method: string, args: Record<string, unknown>) =>
  makeQuietClient(fake).apiCall(method, args);
async function ask(bytes: Buffer = aPicture, filename = 'a.png') {
  const { upload_url: url = '', file_id: id = '' } = await makeQuietClient(
    fake,
  ).files.getUploadURLExternal({ filename, length: bytes.length });
  return { url, id };
}
const send = async (url: string, body: Buffer | FormData = aPicture): Promise<number> =>
  (
    await fetch(url, {
      method: 'POST',
      body: body instanceof FormData ? body : new Uint8Array(body),
    })
  ).status;
const complete = (id: string, more: Record<string, unknown> = {}) =>
  call('files.completeUploadExternal', { files: [{ id, title: 'Trips' }], ...more });
async function upload(bytes: Buffer = aPicture): Promise<string> {
  const { url, id } = await ask(bytes);
  await send(url, bytes);
  await complete(id);
  return id;
}
const picture = (file: object) => ({ type: 'image', alt_text: 'a line', slack_file: file });
const show = (file: object, channel = fake.addChannel().id) =>
  call('chat.postMessage', { channel, text: 'x', blocks: [picture(file)] });

it('a file goes up in three steps, is ready a while later, and is shown by its message', async () => {
  const id = await upload();
  expect(fake.files()).toMatchObject([{ id, complete: true, ready: false, usedIn: [] }]);
  expect((await slackErrorOf(show({ id }))).messages).toEqual([
    '[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]',
  ]);
  nowMs += 149;
  expect((await slackErrorOf(show({ id }))).error).toBe('invalid_blocks');
  expect(fake.messages()).toEqual([]);
  nowMs += 1;
  await show({ id });
  expect(fake.files()).toMatchObject([{ ready: true, usedIn: [fake.messages()[0]?.ts] }]);
  expect(fake.files()[0]?.bytes.equals(aPicture)).toBe(true);
});

it('a file may come as a form', async () => {
  const { url, id } = await ask();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(aPicture)]), 'a.png');
  expect(await send(url, form)).toBe(200);
  expect(fake.files()).toMatchObject([{ id, complete: false }]);
});

describe('an address for an upload', () => {
  it('is good once', async () => {
    const { url } = await ask();
    expect([await send(url), await send(url)]).toEqual([200, 404]);
  });

  it('takes as many bytes as were declared, and is spent on any others', async () => {
    const { url, id } = await ask();
    expect(await send(url, aPicture.subarray(1))).toBe(400);
    expect(await send(url)).toBe(404);
    expect((await slackErrorOf(complete(id))).error).toBe('file_update_failed');
    expect(fake.files()).toEqual([]);
  });

  it.each([
    [{ filename: 'a.png', length: 0 }, 'missing_argument'],
    [{ filename: '', length: 3 }, 'invalid_arguments'],
    [{ filename: 'a.png', length: 3, alt_txt: 'x'.repeat(1001) }, 'alt_txt_too_large'],
  ])('is not given for %j', async (args, error) => {
    expect((await slackErrorOf(call('files.getUploadURLExternal', args))).error).toBe(error);
  });
});

describe('completion', () => {
  it('needs the bytes', async () => {
    const { id } = await ask();
    expect((await slackErrorOf(complete(id))).error).toBe('file_update_failed');
  });

  it('comes once', async () => {
    expect((await slackErrorOf(complete(await upload()))).error).toBe('file_update_failed');
  });

  it("is of the bot's own files", async () => {
    const { id } = fake.addFile({ name: 'a.png', bytes: aPicture, owner: 'U1' });
    expect((await slackErrorOf(complete(id))).error).toBe('file_not_found');
  });

  it('shares with no channel', async () => {
    const { url, id } = await ask();
    await send(url);
    const shared = complete(id, { channel_id: fake.addChannel().id });
    expect((await slackErrorOf(shared)).error).toBe('posting_to_channel_denied');
  });
});

describe('files.info', () => {
  const info = async (id: string) => (await makeQuietClient(fake).files.info({ file: id })).file;

  it('says no type until the file is ready', async () => {
    const id = await upload();
    expect(await info(id)).toMatchObject({ mimetype: '', filetype: '', title: 'Trips' });
    nowMs += 150;
    expect(await info(id)).toMatchObject({ mimetype: 'image/png', filetype: 'png' });
  });

  it('names no message that shows the file', async () => {
    const id = await upload();
    nowMs += 150;
    await show({ id });
    expect(await info(id)).toMatchObject({ shares: {}, channels: [] });
  });

  it('names them where told to', async () => {
    const listing = await startFakeSlack({ sharesListFiles: true, fileReadyAfterMs: 0 });
    try {
      const client = makeQuietClient(listing);
      const file = listing.addFile({ name: 'a.png', bytes: aPicture, owner: listing.botUserId });
      const channel = listing.addChannel().id;
      await client.apiCall('chat.postMessage', {
        channel,
        text: 'x',
        blocks: [picture({ id: file.id })],
      });
      const ts = listing.messages()[0]?.ts;
      const said = await client.files.info({ file: file.id });
      expect(said.file?.shares?.private).toEqual({ [channel]: [{ ts }] });
    } finally {
      await listing.close();
    }
  });

  it('finds no file of another, not complete, or gone', async () => {
    const other = fake.addFile({ name: 'a.png', bytes: aPicture, owner: 'U1' });
    const half = await ask();
    await send(half.url);
    const gone = await upload();
    await call('files.delete', { file: gone });
    for (const file of [other.id, half.id, gone, 'F1'])
      expect((await slackErrorOf(call('files.info', { file }))).error).toBe('file_not_found');
  });
});

describe('a picture', () => {
  it('is named by its address as well as by its id', async () => {
    const id = await upload();
    nowMs += 150;
    const { file } = await makeQuietClient(fake).files.info({ file: id });
    await show({ url: file?.url_private });
    await show({ url: file?.permalink });
    expect(fake.files()[0]?.usedIn).toHaveLength(2);
  });

  it('must be one by its bytes', async () => {
    const id = await upload(Buffer.from('not a picture at all'));
    nowMs += 150;
    expect((await slackErrorOf(show({ id }))).error).toBe('invalid_blocks');
  });

  it.each(['F1', ''])('must be there: %j is not', async (id) => {
    expect((await slackErrorOf(show({ id }))).error).toBe('invalid_blocks');
  });

  it('is checked in a Home too', async () => {
    const user = fake.addUser().id;
    const view = { type: 'home', blocks: [picture({ id: await upload() })] };
    const failed = await slackErrorOf(call('views.publish', { user_id: user, view }));
    expect(failed.messages).toEqual([
      '[ERROR] invalid slack file [json-pointer:/view/blocks/0/slack_file]',
    ]);
    nowMs += 150;
    await call('views.publish', { user_id: user, view });
    expect(fake.orphans()).toEqual([]);
  });
});

describe('an orphan', () => {
  it('is a file sent and not completed', async () => {
    const { url, id } = await ask();
    expect(fake.orphans()).toEqual([]);
    await send(url);
    expect(fake.orphans()).toMatchObject([{ id, complete: false }]);
  });

  it('is a file that no present message shows', async () => {
    const id = await upload();
    nowMs += 150;
    expect(fake.orphans()).toMatchObject([{ id }]);
    await show({ id });
    const { ts, channel } = fake.messages()[0] ?? {};
    expect(fake.orphans()).toEqual([]);
    await call('chat.delete', { channel, ts });
    expect(fake.orphans()).toMatchObject([{ id }]);
  });

  it('is none once deleted, which only its owner may', async () => {
    const id = await upload();
    await call('files.delete', { file: id });
    expect([fake.orphans(), fake.files()]).toEqual([[], []]);
    const other = fake.addFile({ name: 'a.png', bytes: aPicture, owner: 'U1' });
    expect((await slackErrorOf(call('files.delete', { file: other.id }))).error).toBe(
      'file_not_found',
    );
    expect(fake.orphans()).toEqual([]);
  });
});
