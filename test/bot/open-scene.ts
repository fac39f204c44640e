import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessConfig, Tier } from '#src/access/access-config.ts';
import type { Edges } from '#src/answer.ts';
import type { LiveRelease } from '#src/bot/live-release.ts';
import type { OfficeParts } from '#src/bot/office-parts.ts';
import { runOffice, usualPace, type OfficePace, type RunningOffice } from '#src/bot/run-office.ts';
import { startFront } from '#src/edges/slack/app/start-front.ts';
import { makeSlack, type SlackOptions } from '#src/edges/slack/client/make-slack.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import { readStorePlace } from '#src/edges/store/store-place.ts';
import type { Store } from '#src/state/store.ts';
import {
  startFakeSlack,
  type FakeSlack,
  type FakeSlackOptions,
} from '#test/support/slack/start-fake-slack.ts';
import { layState } from '#test/support/lay-state.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';

/** How a scene is set. `edges`: what answers, the tiny release of an invented country unless given. `slack`: of the fake. */
export type SceneOptions = {
  readonly transport?: 'http' | 'socket';
  readonly slack?: FakeSlackOptions;
  readonly client?: Partial<SlackOptions>;
  readonly pace?: Partial<OfficePace>;
  readonly parts?: Partial<OfficeParts>;
};

/** What a test may change: what answers, and channels, tiers and roles. */
type Live = {
  answering: Edges | undefined;
  readonly access: {
    readonly tiers: Record<string, Tier>;
    readonly channels: Record<string, string>;
    readonly roles: AccessConfig['roles'];
  };
};

/** A bot at work in a fake workspace: the real Bolt, client, store, release, renderer. `home`: where the state lies. `reports`: what the operator was told. */
export type Scene = Live & {
  readonly fake: FakeSlack;
  readonly home: string;
  readonly store: Store;
  readonly edges: Edges;
  readonly reports: readonly unknown[];
  readonly parts: OfficeParts;
  readonly office: RunningOffice;
  close(): Promise<void>;
};

const tier = (level: string): Tier => ({
  commands: ['trend', 'compare', 'flows', 'method', 'events', 'status', 'help'],
  level,
  areas: 'all',
  modes: 'all',
  guests: 'refuse',
});

/** Tiers of the invented country; no channels and no roles yet. */
const noChannels = (): Live['access'] => ({
  tiers: { wide: tier('region'), narrow: tier('district') },
  channels: {},
  roles: {},
});

/** The fake takes any number of messages, so there is nothing to wait for. */
const quick = { idleMs: 150, apartMs: 20, namingReads: Infinity };

/** Sets the scene. Close it. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const home = await mkdtemp(join(tmpdir(), 'mobility-scene-'));
  const fake = await startFakeSlack({ fileReadyAfterMs: 20, limits: 'none', ...options.slack });
  const tiny = await makeTinyEdges();
  const clock = () => new Date();
  await layState(home);
  const store = await openStore(readStorePlace(home, {}), clock);
  const reports: unknown[] = [];
  const report = (fault: unknown): string => {
    reports.push(fault);
    return '7F3A';
  };
  const live: Live = { answering: tiny.edges, access: noChannels() };
  const release: LiveRelease = {
    current: () => live.answering,
    look: () => Promise.resolve(false),
    close: () => Promise.resolve(),
  };
  const slack = makeSlack({
    token: fake.botToken,
    apiUrl: fake.apiUrl,
    clock,
    report,
    ...options.client,
  });
  const parts: OfficeParts = {
    store,
    slack,
    release,
    access: live.access,
    clock,
    report,
    mac: (text) => createHmac('sha256', 'a key of the test').update(text).digest('hex'),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    ...options.parts,
  };
  const office = runOffice(parts, report, { ...usualPace, ...quick, ...options.pace });
  const mode =
    options.transport === 'socket'
      ? ({ kind: 'socket', appToken: fake.appToken } as const)
      : ({ kind: 'http', signingSecret: fake.signingSecret, host: '127.0.0.1', port: 0 } as const);
  const front = await startFront({
    mode,
    token: fake.botToken,
    apiUrl: fake.apiUrl,
    office,
    report,
  });
  if (front.url !== undefined) fake.connectHttp(`${front.url}/slack/events`);
  return Object.assign(live, {
    fake,
    home,
    store,
    edges: tiny.edges,
    reports,
    parts,
    office,
    close: async () => {
      await front.stop();
      await office.stop();
      await store.close();
      await tiny.close();
      await fake.close();
      await rm(home, { recursive: true, force: true });
    },
  });
}
