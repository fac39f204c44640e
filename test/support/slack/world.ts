import type {
  FakeCall,
  FakeChannel,
  FakeEphemeral,
  FakeFile,
  FakeMessage,
  FakeSlackOptions,
  FakeUser,
  FakeUserGroup,
  FakeView,
} from './fake-slack.ts';
import { makeFaultQueue, type FaultQueue } from './fault-queue.ts';
import type { Worked } from './find-pressed.ts';
import { makeRateLimits, type RateLimits } from './rate-limits.ts';

/** Lets every field be changed: the workspace's own copy of what a test may only read. */
export type Own<T> = { -readonly [K in keyof T]: T[K] };

/** A file from the moment its address is asked for. `length`: as declared; `readyAtMs`: set on completion. */
export type StoredFile = Own<Omit<FakeFile, 'bytes' | 'ready' | 'usedIn' | 'complete'>> & {
  bytes: Buffer | undefined;
  title: string;
  length: number;
  uploadKey: string | undefined;
  readyAtMs: number | undefined;
  createdMs: number;
};

/** `offered`: the values that the bot has offered for a menu, by `action_id`, as options. */
export type StoredView = Own<FakeView> & {
  previous: string | undefined;
  root: string;
  readonly offered: Map<string, Worked['options']>;
};

/** A `trigger_id`: good once, for three seconds, for this user. `view`: the modal it was given in. */
export type Trigger = {
  readonly user: string;
  readonly atMs: number;
  readonly view: string | undefined;
  isSpent: boolean;
};

/** A `response_url`: five uses in thirty minutes. `about`: the message that was pressed. */
export type ResponseUrl = {
  readonly user: string;
  readonly channel: string;
  readonly about: string | undefined;
  readonly atMs: number;
  uses: number;
};

/** All that the workspace remembers. */
export type World = {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly teamDomain: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly fileReadyAfterMs: number;
  readonly sharesListFiles: boolean;
  readonly clock: () => number;
  /** The next identifier that begins with `prefix`. */
  readonly nextId: (prefix: string) => string;
  /** The next message timestamp, later than every one before. */
  readonly nextTs: () => string;
  readonly scopes: Set<string>;
  readonly scopesUsed: Set<string>;
  readonly faults: FaultQueue;
  readonly limits: RateLimits;
  readonly calls: FakeCall[];
  readonly users: Map<string, FakeUser>;
  readonly channels: Map<string, FakeChannel>;
  readonly groups: Map<string, FakeUserGroup>;
  readonly messages: Own<FakeMessage>[];
  /** `channel/ts` of what people wrote, as far as events told of it. */
  readonly heard: Set<string>;
  /** `channel/ts` of what people answered in a thread, as far as events told of it. */
  readonly talked: Set<string>;
  readonly ephemerals: Own<FakeEphemeral>[];
  readonly files: Map<string, StoredFile>;
  readonly views: Map<string, StoredView>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** Socket Mode addresses given out and not used yet. */
  readonly tickets: Set<string>;
  /** Where the server listens, such as `http://127.0.0.1:4000`. Set when it does. */
  origin: string;
};

const SCOPES =
  'commands chat:write files:write files:read channels:read groups:read users:read usergroups:read im:write app_mentions:read';

/** An empty workspace with the bot in it. */
export function makeWorld(options: FakeSlackOptions): World {
  const clock = options.clock ?? Date.now;
  let ids = 0;
  let lastMicros = 0;
  const nextId = (prefix: string): string => {
    ids += 1;
    return `${prefix}0FAKE${ids.toString(36).toUpperCase().padStart(5, '0')}`;
  };
  const teamId = nextId('T');
  const botUserId = nextId('U');
  return {
    botToken: 'xoxb-fake-bot',
    appToken: 'xapp-fake-app',
    signingSecret: options.signingSecret ?? 'a signing secret for tests',
    teamId,
    teamDomain: 'fake',
    appId: nextId('A'),
    botId: nextId('B'),
    botUserId,
    fileReadyAfterMs: options.fileReadyAfterMs ?? 150,
    sharesListFiles: options.sharesListFiles ?? false,
    clock,
    nextId,
    nextTs: () => {
      lastMicros = Math.max(lastMicros + 1, Math.floor(clock() * 1000));
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
    },
    scopes: new Set(SCOPES.split(' ')),
    scopesUsed: new Set(),
    faults: makeFaultQueue(),
    limits: makeRateLimits((options.limits ?? 'slack') === 'slack', clock),
    calls: [],
    users: new Map([
      [
        botUserId,
        {
          id: botUserId,
          name: 'mobility',
          isGuest: false,
          isUltraGuest: false,
          isStranger: false,
          isBot: true,
          deleted: false,
          teamId,
          tz: 'Europe/London',
        },
      ],
    ]),
    channels: new Map(),
    groups: new Map(),
    messages: [],
    heard: new Set(),
    talked: new Set(),
    ephemerals: [],
    files: new Map(),
    views: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    tickets: new Set(),
    origin: '',
  };
}
