import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  askForm,
  changeForm,
  commandName,
  eventsPath,
  explainShortcut,
  homeEvent,
  isAction,
  mentionEvent,
} from '#src/edges/slack/app/names.ts';
import { fillManifest } from '#src/manifest/fill-manifest.ts';
import { readManifest, wantedScopes } from '#src/manifest/read-manifest.ts';
import { runProgram } from '#test/support/run-program.ts';
import { startFakeSlack } from '#test/support/slack/start-fake-slack.ts';

const text = readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8');
const schema: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, 'manifest.schema.2.0.0.json'), 'utf8'),
);
// The official schema holds notes of its own beside the keywords of JSON Schema.
const ajv = formats.default(new Ajv({ strict: false, allErrors: true }));
const validate = ajv.compile(z.record(z.string(), z.unknown()).parse(schema));
const complaints = (manifest: unknown): readonly string[] =>
  validate(manifest) ? [] : (validate.errors ?? []).map((error) => error.instancePath);

const byUrl = fillManifest(text, { kind: 'url', requestUrl: `https://bot.example${eventsPath}` });
const bySocket = fillManifest(text, { kind: 'socket' });

test.each([
  ['as it lies here', text],
  ['with its address', byUrl],
  ['for Socket Mode', bySocket],
])('the manifest %s is good by the official schema', (_, given) => {
  expect(complaints(parse(given))).toEqual([]);
});

test.each([
  [
    'a command without a slash',
    'command: /mobility',
    'command: mobility',
    'slash_commands/0/command',
  ],
  ['a long name', 'name: Mobility', `name: ${'x'.repeat(36)}`, 'display_information/name'],
  ['a setting that is none', 'socket_mode_enabled', 'socket_mode', 'settings'],
])('the schema refuses %s', (_, good, bad, place) => {
  expect(complaints(parse(text.replace(good, bad))).join(' ')).toContain(place);
});

// Limits: Slack's reference of manifests; 24 and 150 for shortcuts.
const sizes = z.object({
  display_information: z.object({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4000),
  }),
  features: z.object({
    bot_user: z.object({ display_name: z.string().max(80) }),
    slash_commands: z.tuple([
      z.object({
        command: z.string().regex(/^\/[a-z-]{1,31}$/u),
        description: z.string().max(2000),
        usage_hint: z.string().max(1000),
        should_escape: z.literal(true),
      }),
    ]),
    shortcuts: z
      .array(
        z.object({
          name: z.string().max(24),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
    app_home: z.object({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
  }),
  settings: z.object({
    interactivity: z.object({
      is_enabled: z.literal(true),
      message_menu_options_url: z.url(),
    }),
    socket_mode_enabled: z.literal(false),
    token_rotation_enabled: z.literal(false),
    org_deploy_enabled: z.literal(false),
  }),
});

test('every text is within the limits of Slack, and every part of Slack that is used is switched on', () => {
  expect(sizes.safeParse(parse(text)).error?.issues).toBeUndefined();
});

test('the names in the manifest are those the app listens to', () => {
  const { features, settings } = readManifest(text);
  expect(features.slash_commands.map(({ command }) => command)).toEqual([commandName]);
  expect(features.shortcuts).toEqual([
    expect.objectContaining({ callback_id: explainShortcut, type: 'message' }),
  ]);
  expect(settings.event_subscriptions.bot_events).toEqual([homeEvent, mentionEvent]);
  for (const form of [changeForm, askForm]) expect(isAction.test(form)).toBe(true);
});

test('the scopes are the least that the bot can work with', async () => {
  const scopes = wantedScopes(readManifest(text));
  const slack = await startFakeSlack();
  await slack.close();
  expect(new Set(scopes)).toEqual(slack.scopes);
  expect(scopes.length).toBe(slack.scopes.size);
  const never = /public|join|history|unfurl|links|admin|customize|:write\.|email|manage/u;
  expect(scopes.filter((scope) => never.test(scope))).toEqual([]);
  expect(parse(text)).not.toHaveProperty('oauth_config.scopes.user');
});

test('every request URL is filled in, or taken out for Socket Mode, and the comments stay', () => {
  const urls = (given: string) => [...given.matchAll(/\burl: (.*)$/gmu)].map(([, url]) => url);
  const requestUrls = (given: string) =>
    [...given.matchAll(/\b(?:request_|message_menu_options_)?url: (.*)$/gmu)].map(([, url]) => url);
  expect(requestUrls(byUrl)).toEqual(Array(4).fill('https://bot.example/slack/events'));
  expect(urls(bySocket)).toEqual([]);
  expect(requestUrls(bySocket)).toEqual([]);
  expect(parse(byUrl)).toHaveProperty('settings.socket_mode_enabled', false);
  expect(parse(bySocket)).toHaveProperty('settings.socket_mode_enabled', true);
  expect(bySocket).toContain('# who holds a role');
  expect(`${byUrl}${bySocket}`).not.toContain('.invalid');
});

test.each([
  ['scopes in no list', text.replace('    bot:\n', '    bots:\n'), 'oauth_config.scopes.bot'],
  ['text that is no YAML', `${text}\n: [`, 'is not YAML'],
  ['nothing in it', '', 'it is not'],
  ['no command', text.replace('slash_commands:', 'commands:'), 'features.slash_commands'],
])('a manifest with %s is refused by name', (_, given, place) => {
  expect(() => readManifest(given)).toThrow(place);
});

describe('npm run manifest', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mobility-manifest-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const run = (...args: readonly string[]) => runProgram(folder, 'manifest', ...args);

  test.each([
    [['--url', 'https://mobility.example.gov.uk'], 'https://mobility.example.gov.uk/slack/events'],
    [['--url', 'https://MOBILITY.example:8443/'], 'https://mobility.example:8443/slack/events'],
  ])('with %j prints that address', async (args, url) => {
    expect(await run(...args)).toEqual({
      code: 0,
      stdout: fillManifest(text, { kind: 'url', requestUrl: url }),
      stderr: '',
    });
  });

  test('with --socket prints one without addresses', async () => {
    expect(await run('--socket')).toEqual({ code: 0, stdout: bySocket, stderr: '' });
  });

  test.each([
    [[], 'Say either --url and the address of the bot, or --socket'],
    [['--url'], 'Say either --url and the address of the bot, or --socket'],
    [['--url', ''], 'The address is not a URL'],
    [['--url', 'https://a.example', '--socket'], 'Say either --url'],
    [['https://a.example'], 'Say either --url'],
    [['--url', 'mobility'], 'The address is not a URL'],
    [['--url', 'http://a.example'], 'Slack delivers over https only'],
    [['--url', 'https://ann:word@a.example'], 'The address must hold no name and no password'],
    [['--url', 'https://a.example/slack'], 'The address must end after its host'],
    [['--url', 'https://a.example?x=1'], 'The address must end after its host'],
    [['--url', 'https://a.example/#x'], 'The address must end after its host'],
  ])('with %j says in one sentence what is wrong', async (args, words) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.startsWith(words)).toBe(true);
    expect(stderr.trimEnd().split('\n').length).toBe(1);
    expect(stderr).not.toContain('word@');
  });

  test('with --help says how to call it', async () => {
    expect((await run('--help')).stdout).toContain('--socket');
  });
});
