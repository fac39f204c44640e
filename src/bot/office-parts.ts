import type { AccessConfig } from '#src/access/access-config.ts';
import type { Slack } from '#src/slack-port.ts';
import type { Mac } from '#src/state/audit-chain.ts';
import type { Hash } from '#src/state/fingerprint-cells.ts';
import type { Clock, Store } from '#src/state/store.ts';
import type { LiveRelease } from './live-release.ts';

/** What the bot works with. `report`: takes a fault to the operator and returns its reference. `mac`: seals buttons. `hash`: SHA-256, in hex digits. `channelBytes`: what a channel may have billed in a day, where reading is paid for. */
export type OfficeParts = {
  readonly store: Store;
  readonly slack: Slack;
  readonly release: LiveRelease;
  readonly access: AccessConfig;
  readonly clock: Clock;
  readonly report: (fault: unknown) => string;
  readonly mac: Mac;
  readonly hash: Hash;
  readonly channelBytes?: number | undefined;
};
