import type { HomeView, KnownBlock, ModalView } from '@slack/types';

/** Somebody in the workspace, or (`isStranger`) met only in a shared channel. Live: what a test changes is what the next call reads. */
export type FakeUser = {
  readonly id: string;
  name: string;
  /** `is_restricted`. */
  isGuest: boolean;
  /** `is_ultra_restricted`: a guest of one channel. */
  isUltraGuest: boolean;
  isStranger: boolean;
  isBot: boolean;
  deleted: boolean;
  teamId: string;
  tz: string;
};

/** A conversation. Live. `members`: people; the bot is in it where `hasBot`. */
export type FakeChannel = {
  readonly id: string;
  name: string;
  kind: 'public' | 'private' | 'direct' | 'group';
  members: string[];
  hasBot: boolean;
  isArchived: boolean;
  isShared: boolean;
  isExtShared: boolean;
  isPendingExtShared: boolean;
  isOrgShared: boolean;
  isFrozen: boolean;
};

/** A user group. Live. */
export type FakeUserGroup = { readonly id: string; handle: string; users: string[] };

/** A message in a channel, as it now stands. `updatedAt`: the `ts` of its last change. */
export type FakeMessage = {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly user: string;
  readonly updatedAt: string | undefined;
};

/** What only `user` saw. */
export type FakeEphemeral = {
  readonly channel: string | undefined;
  readonly inThread: string | undefined;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
};

/** A file whose bytes arrived. `complete`: its upload was completed; `ready`: Slack has looked at it; `usedIn`: the `ts` of each present message showing it. */
export type FakeFile = {
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly altText: string | undefined;
  readonly owner: string;
  readonly complete: boolean;
  readonly ready: boolean;
  readonly usedIn: readonly string[];
};

/** What fields hold, by `block_id` and `action_id`. */
export type Filled = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** A modal or a Home as it now stands. `errors`: what the last submission was told, by `block_id`. */
export type FakeView = {
  readonly id: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  readonly callbackId: string | undefined;
  readonly view: ModalView | HomeView;
  readonly hash: string;
  readonly isOpen: boolean;
  /** What is filled in, over what it began with, by `block_id` and `action_id`. */
  readonly filled: Filled;
  readonly errors: Readonly<Record<string, string>>;
};

/** One request that arrived. `method`: of the Web API, or `upload`, or `response_url`. */
export type FakeCall = {
  readonly method: string;
  readonly atMs: number;
  readonly ok: boolean;
  readonly error?: string;
};

/** What goes wrong with a call. `hang`, `reset`: before the work; `hangAfter`, `resetAfter`: the work is done and the answer lost. */
export type SlackFailure =
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'ratelimited'; readonly retryAfterS: number }
  | { readonly kind: 'hang' | 'hangAfter' | 'reset' | 'resetAfter' };

/** How a request is brought to the bot. `transport`: HTTP where an address is known, else the socket. `atMs`: its timestamp. `secret`: another signing secret. */
export type How = {
  readonly transport?: 'http' | 'socket';
  readonly atMs?: number;
  readonly secret?: string;
};

/** A request as it left: enough to send it again. */
export type SentRequest = {
  readonly transport: 'http' | 'socket';
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly envelope?: Readonly<Record<string, unknown>>;
};

/** What came of a delivery. `complaints`: what Slack would not have shown, and why. `retry`: what came of Slack's second try of an event. */
export type Delivered = {
  readonly status: number | undefined;
  readonly ackMs: number;
  readonly ack: unknown;
  readonly timedOut: boolean;
  readonly complaints: readonly string[];
  readonly request: SentRequest;
  readonly retry?: Delivered;
};

export type FakeSlackOptions = {
  readonly signingSecret?: string;
  /** Until then after completion a file has no mimetype and no block may show it; 150 unless said. */
  readonly fileReadyAfterMs?: number;
  readonly limits?: 'slack' | 'none';
  /** Whether `shares` of `files.info` names the messages that show the file by `slack_file`. */
  readonly sharesListFiles?: boolean;
  /** Milliseconds: of rate limits, file readiness, `trigger_id`, `response_url`, every `ts` and request timestamp. */
  readonly clock?: () => number;
};

/** A workspace with one bot in it, behind a real HTTP server and a real WebSocket. */
export type FakeSlack = {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly botUserId: string;
  readonly appId: string;
  /** The scopes granted to the bot. Live. */
  readonly scopes: Set<string>;

  readonly addUser: (user?: Partial<FakeUser>) => FakeUser;
  readonly addChannel: (channel?: Partial<FakeChannel>) => FakeChannel;
  readonly addUserGroup: (group?: Partial<FakeUserGroup>) => FakeUserGroup;
  /** A complete and ready file of somebody else's, or of the bot's own. */
  readonly addFile: (file: { name: string; bytes: Buffer; owner: string }) => FakeFile;

  readonly messages: (channel?: string) => readonly FakeMessage[];
  readonly ephemerals: (user?: string) => readonly FakeEphemeral[];
  readonly files: () => readonly FakeFile[];
  readonly orphans: () => readonly FakeFile[];
  readonly views: () => readonly FakeView[];
  readonly calls: () => readonly FakeCall[];
  readonly scopesUsed: () => ReadonlySet<string>;

  /** Faults of one method are consumed in the order given; `after` calls pass first. */
  readonly fail: (
    method: string,
    fault: SlackFailure,
    options?: { readonly times?: number; readonly after?: number },
  ) => void;
  /** No fault waits any more. */
  readonly mend: () => void;
  readonly down: () => void;
  readonly up: () => void;

  readonly connectHttp: (url: string) => void;
  /** How many Socket Mode connections are open. */
  readonly sockets: () => number;
  /** Asks every Socket Mode connection to go and come back. */
  readonly refreshSockets: () => void;
  readonly command: (
    input: { user: string; channel: string; text: string; command?: string },
    how?: How,
  ) => Promise<Delivered>;
  readonly press: (input: PressInput, how?: How) => Promise<Delivered>;
  /** Somebody fills in one field that tells the bot of it. */
  readonly change: (input: ChangeInput, how?: How) => Promise<Delivered>;
  /** Somebody types in a menu whose options the bot is asked for; what it offers can then be chosen. */
  readonly search: (input: SearchInput, how?: How) => Promise<Delivered>;
  readonly submit: (input: SubmitInput, how?: How) => Promise<Delivered>;
  readonly shortcut: (
    input: { user: string; channel: string; message: FakeMessage; callbackId: string },
    how?: How,
  ) => Promise<Delivered>;
  readonly mention: (input: MentionInput, how?: How) => Promise<Delivered>;
  readonly event: (event: object, how?: How) => Promise<Delivered>;
  readonly redeliver: (delivered: Delivered) => Promise<Delivered>;
  readonly close: () => Promise<void>;
};

/** A button or menu, found in the message (without one: in the top modal of the user, else in their Home). `value`: what is sent in place of its own. */
export type PressInput = {
  readonly user: string;
  readonly message?: FakeMessage | FakeEphemeral;
  readonly actionId?: string;
  readonly label?: string;
  readonly value?: string;
};

/** A message in which "@Mobility" stands for a mention. `thread`: the `ts` of the message that it answers. `ts`: its own. `more`: fields of the event besides. */
export type MentionInput = {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly thread?: string;
  readonly ts?: string;
  readonly more?: object;
};

/** One field of a modal, by its `action_id`. `value`: as in `SubmitInput`; empty: it is cleared. */
export type ChangeInput = {
  readonly user: string;
  readonly view: Pick<FakeView, 'id'>;
  readonly actionId: string;
  readonly value: string;
  readonly privateMetadata?: string;
};

/** What is typed in a menu of a modal, by its `action_id`. */
export type SearchInput = {
  readonly user: string;
  readonly view: Pick<FakeView, 'id'>;
  readonly actionId: string;
  readonly query: string;
  readonly privateMetadata?: string;
};

/** `values` by `action_id`; several choices are told apart by commas. `privateMetadata`: what is sent in place of the view's own. */
export type SubmitInput = {
  readonly user: string;
  readonly view: FakeView;
  readonly values: Readonly<Record<string, string>>;
  readonly privateMetadata?: string;
};
