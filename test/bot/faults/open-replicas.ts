import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessConfig, Tier } from '#src/access/access-config.ts';
import { layState } from '#test/support/lay-state.ts';
import { makeTinyRelease } from '#test/support/make-tiny-release.ts';
import {
  startFakeSlack,
  type FakeMessage,
  type FakeSlack,
  type FakeSlackOptions,
} from '#test/support/slack/start-fake-slack.ts';
import { seat, type Seat } from '../seat.ts';
import type { ReplicaPost } from './replica-post.ts';
import { startReplica, type Replica } from './start-replica.ts';

const everything: Tier = {
  commands: ['trend', 'compare', 'flows', 'method', 'events', 'status', 'help'],
  level: 'district',
  areas: 'all',
  modes: 'all',
  guests: 'refuse',
};

/** So many people, each in a channel of their own, and the configuration that lets them ask there. */
export function seatPeople(
  fake: FakeSlack,
  people: number,
): { readonly seats: readonly PersonSeat[]; readonly access: AccessConfig } {
  const channels: Record<string, string> = {};
  const access: AccessConfig = { tiers: { narrow: everything }, channels, roles: {} };
  const seats = Array.from({ length: people }, () => {
    const at = seat({ fake, access: { ...access, channels } });
    return { ...at, direct: fake.addChannel({ kind: 'direct', members: [at.user] }).id };
  });
  return { seats, access };
}

/** Long enough for an answer on a busy machine, short enough to wait for. */
const leaseMs = 8000;

/** Somebody in a channel. `direct`: the bot's direct message with them. */
export type PersonSeat = Seat & { readonly direct: string };

/** A workspace, seats in it, and a home in which replicas of the bot can be started one after the other, or side by side. */
export type Place = {
  readonly fake: FakeSlack;
  readonly folder: string;
  readonly seats: readonly PersonSeat[];
  start(more?: Partial<ReplicaPost>): Promise<Replica>;
  close(): Promise<void>;
};

/** Makes it, with so many people, each in a channel of their own. Close it. */
export async function openPlace(people: number, slack: FakeSlackOptions = {}): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'mobility-replicas-'));
  const { file: release } = await makeTinyRelease(join(folder, 'release'));
  await layState(join(folder, 'home'));
  const fake = await startFakeSlack({ fileReadyAfterMs: 20, limits: 'none', ...slack });
  const { seats, access } = seatPeople(fake, people);
  const replicas: Replica[] = [];
  return {
    fake,
    folder,
    seats,
    start: async (more = {}) => {
      const replica = await startReplica({
        home: join(folder, 'home'),
        release,
        apiUrl: fake.apiUrl,
        token: fake.botToken,
        signingSecret: fake.signingSecret,
        access,
        leaseMs,
        ...more,
      });
      replicas.push(replica);
      return replica;
    },
    close: async () => {
      for (const replica of replicas) await replica.kill();
      await fake.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What somebody was posted in their channel, and what they were told in a direct message, in order. */
export const seenBy = (
  fake: FakeSlack,
  { channel, direct }: PersonSeat,
): { readonly answers: readonly FakeMessage[]; readonly direct: readonly FakeMessage[] } => ({
  answers: fake.messages(channel),
  direct: fake.messages(direct),
});
