import { describe, expect, test } from 'vitest';
import { answerWith, countCalls, faultOf, picture, upload, withRig } from './rig.ts';

test(
  'a picture is sent, private to the bot, and can be shown at once',
  withRig(async (rig) => {
    const channel = rig.fake.addChannel();
    const file = await upload(rig);
    expect(rig.fake.files()).toMatchObject([
      { id: file, name: 'chart.png', complete: true, ready: true, usedIn: [] },
    ]);
    expect(Buffer.from(picture.png).equals(rig.fake.files()[0]?.bytes ?? Buffer.of())).toBe(true);
    expect(await rig.slack.post(channel.id, answerWith(file), undefined)).toMatchObject({
      kind: 'posted',
      shown: 'whole',
    });
  }),
);

test(
  'the name of a file keeps letters, digits and hyphens alone',
  withRig(async ({ fake, slack }) => {
    for (const [name, kept] of [
      ['trend-2024.png', 'trend-2024.png'],
      ['../a b<c>.png', 'abc.png'],
      ['…', 'chart.png'],
    ] as const) {
      const place = await slack.reserveFile(picture, name);
      await slack.sendFile(place, picture, 'A chart');
      expect(fake.files().at(-1)?.name).toBe(kept);
    }
  }),
);

test(
  'a file that Slack never makes ready is a fault, and can be deleted',
  withRig(
    async (rig) => {
      const place = await rig.slack.reserveFile(picture, 'chart.png');
      const fault = await faultOf(rig.slack.sendFile(place, picture, 'A chart'));
      expect(fault).toMatchObject({ code: 'file_not_ready', retryable: true });
      await rig.slack.deleteFile(place.file);
      expect(rig.fake.orphans()).toEqual([]);
    },
    { fileReadyAfterMs: 60_000, deadlineMs: 1500 },
  ),
);

describe('a step of the upload that fails is not made again, and nothing stays', () => {
  test.each([
    ['upload', { kind: 'http', status: 500 }, 'unavailable'],
    ['upload', { kind: 'reset' }, 'unreachable'],
    ['upload', { kind: 'resetAfter' }, 'unreachable'],
    ['upload', { kind: 'hangAfter' }, 'timeout'],
    ['upload', { kind: 'ratelimited', retryAfterS: 1 }, 'ratelimited'],
    ['files.completeUploadExternal', { kind: 'http', status: 500 }, 'unavailable'],
    ['files.completeUploadExternal', { kind: 'resetAfter' }, 'unreachable'],
    ['files.completeUploadExternal', { kind: 'hangAfter' }, 'timeout'],
  ] as const)('%s, %o', (method, failure, code) =>
    withRig(async (rig) => {
      rig.fake.fail(method, failure);
      const place = await rig.slack.reserveFile(picture, 'chart.png');
      const fault = await faultOf(rig.slack.sendFile(place, picture, 'A chart'));
      expect(fault).toMatchObject({ code, retryable: true });
      expect(countCalls(rig, method)).toBe(1);
      await rig.slack.deleteFile(place.file);
      expect(rig.fake.files()).toEqual([]);
    })(),
  );
});

test(
  'bytes go nowhere but to Slack',
  withRig(async ({ slack }) => {
    const addresses = [
      'https://slack.com.example.org/upload',
      'https://notslack.com/upload',
      'http://files.slack.com/upload',
      'http://127.0.0.1:1/upload',
      'nonsense',
    ];
    for (const url of addresses) {
      const fault = await faultOf(slack.sendFile({ file: 'F0FILE', url }, picture, 'A chart'));
      expect(fault, url).toMatchObject({ code: 'bad_address', retryable: false });
      expect(fault.message).not.toContain('://');
    }
  }),
);

test(
  'deleting is tried again, and what is gone already is fine',
  withRig(async (rig) => {
    const file = await upload(rig);
    rig.fake.fail('files.delete', { kind: 'resetAfter' });
    await rig.slack.deleteFile(file);
    expect(rig.fake.calls().filter(({ method }) => method === 'files.delete')).toMatchObject([
      { ok: true },
      { error: 'file_not_found' },
    ]);
    expect(rig.fake.files()).toEqual([]);
    rig.fake.fail('files.delete', { kind: 'error', error: 'cant_delete_file' });
    expect(await faultOf(rig.slack.deleteFile(file))).toMatchObject({ code: 'cant_delete_file' });
  }),
);

describe('a message is found by its file', () => {
  test(
    'where Slack lists it, in that channel or that direct message alone',
    withRig(
      async (rig) => {
        const { fake, slack } = rig;
        const [here, elsewhere] = [fake.addChannel(), fake.addChannel()];
        const person = fake.addUser();
        const file = await upload(rig);
        await slack.post(here.id, answerWith(file), undefined);
        await slack.post(person.id, answerWith(file), undefined);
        const [inChannel, inDirect] = fake.messages();
        expect(await slack.findByFile(here.id, file)).toBe(inChannel?.ts);
        expect(await slack.findByFile(person.id, file)).toBe(inDirect?.ts);
        expect(await slack.findByFile(elsewhere.id, file)).toBeUndefined();
      },
      { sharesListFiles: true },
    ),
  );

  test(
    'undefined where Slack does not list it, or the file is gone',
    withRig(async (rig) => {
      const channel = rig.fake.addChannel();
      const file = await upload(rig);
      await rig.slack.post(channel.id, answerWith(file), undefined);
      expect(await rig.slack.findByFile(channel.id, file)).toBeUndefined();
      expect(await rig.slack.findByFile(channel.id, 'F0GONE')).toBeUndefined();
    }),
  );

  test(
    'a failure is a fault, not undefined',
    withRig(async (rig) => {
      rig.fake.fail('files.info', { kind: 'error', error: 'access_denied' });
      const fault = await faultOf(rig.slack.findByFile('C0CHANNEL', 'F0FILE'));
      expect(fault).toMatchObject({ code: 'access_denied' });
    }),
  );
});
