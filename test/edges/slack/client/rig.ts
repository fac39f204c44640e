import { createServer } from 'node:http';
import { once } from 'node:events';
import { Fault } from '#src/fault.ts';
import { channelId, type ChannelId } from '#src/access/room.ts';
import { parseSlackPerson, type PersonId } from '#src/state/actor.ts';
import { makeSlack } from '#src/edges/slack/client/make-slack.ts';
import type { AskForm, HomePage, Slack } from '#src/slack-port.ts';
import type { AnswerPost, WordsPost } from '#src/post.ts';
import {
  startFakeSlack,
  type FakeSlack,
  type FakeSlackOptions,
} from '#test/support/slack/start-fake-slack.ts';

/** A fake Slack and the bot's side of it. `reports`: what the operator was told. `clock.ms`: the time, to be put on. */
export type Rig = {
  readonly fake: FakeSlack;
  readonly slack: Slack;
  readonly reports: unknown[];
  readonly clock: { ms: number };
};

/** A single request has one and a half seconds. No rate limits unless `options` say so. */
export async function startRig(
  options: FakeSlackOptions & { readonly token?: string; readonly deadlineMs?: number } = {},
): Promise<Rig> {
  const fake = await startFakeSlack({ limits: 'none', ...options });
  const reports: unknown[] = [];
  const clock = { ms: Date.now() };
  const slack = makeSlack({
    token: options.token ?? fake.botToken,
    apiUrl: fake.apiUrl,
    deadlineMs: options.deadlineMs ?? 4500,
    clock: () => new Date(clock.ms),
    report: (error) => reports.push(error),
  });
  return { fake, slack, reports, clock };
}

/** A form in which a question is put together. */
export const anAskForm: AskForm = {
  kind: 'ask',
  state: 'sealed',
  place: undefined,
  beside: undefined,
  start: {},
  events: [],
  modes: [],
  days: ['6 January 2020', '16 October 2022'],
  goesTo: 'channel',
  preview: { says: 'Choose a place first.', typed: undefined },
};

/** The bot's page, with one line on it. */
export const aPage = (line: string): HomePage => ({
  intro: [line],
  buttons: [],
  headline: undefined,
  channels: [],
  examples: [],
  help: [],
});

/** Runs a test with a rig of its own. */
export const withRig =
  (
    run: (rig: Rig) => Promise<void>,
    options: Parameters<typeof startRig>[0] = {},
  ): (() => Promise<void>) =>
  async () => {
    const rig = await startRig(options);
    try {
      await run(rig);
    } finally {
      await rig.fake.close();
    }
  };

/** The ID of somebody in the fake. */
export function personOf({ id }: { readonly id: string }): PersonId {
  const person = parseSlackPerson(id);
  if (person === undefined) throw new Error('no ID of a person');
  return person;
}

export const channelOf = ({ id }: { readonly id: string }): ChannelId => channelId.parse(id);

/** How often a method was called. */
export const countCalls = ({ fake }: Rig, method: string): number =>
  fake.calls().filter((call) => call.method === method).length;

/** What a fault says to who catches it. */
export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (error instanceof Fault) return error;
  throw new Error('it threw no fault');
}

export const words: WordsPost = {
  kind: 'words',
  message: 'SECRET WORDS of an answer',
  next: 'Ask something else.',
  channels: [],
  buttons: [],
};

/** An answer whose picture is `file`. */
export const answerWith = (file: string | undefined): AnswerPost => ({
  kind: 'answer',
  echo: 'I read this as SECRET WORDS by week.',
  sentences: ['Trips fell by 4%.', 'They were fewer on Mondays.'],
  picture: file === undefined ? undefined : { file, alt: 'A line that falls.' },
  table: { caption: 'Trips by week', columns: ['Week', 'Trips'], rows: [['1', '100']], key: [0] },
  receipt: 'Release 1.',
  buttons: [{ action: 'by-day', label: 'By day', value: 'SECRET WORDS sealed' }],
});

/** A picture that Slack takes for one. */
export const picture = {
  png: new Uint8Array(Buffer.from('89504e470d0a1a0a00000000', 'hex')),
  widthPx: 1,
  heightPx: 1,
};

/** Uploads a picture; its file can be shown. */
export async function upload({ slack }: Rig): Promise<string> {
  const place = await slack.reserveFile(picture, 'chart.png');
  await slack.sendFile(place, picture, 'A chart');
  return place.file;
}

/** Has somebody type a command, and gives what Slack sends along to answer it. */
export async function typeCommand(
  { fake }: Rig,
  user: string,
  channel: string,
): Promise<{ readonly responseUrl: string; readonly trigger: string }> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  fake.connectHttp(`http://127.0.0.1:${address.port}/slack/events`);
  const { request } = await fake.command({ user, channel, text: 'help' });
  server.closeAllConnections();
  server.close();
  const form = new URLSearchParams(request.body);
  return { responseUrl: form.get('response_url') ?? '', trigger: form.get('trigger_id') ?? '' };
}
