import { createHash } from 'node:crypto';
import type { AccessConfig } from '#src/access/access-config.ts';
import { makeMac, readAuditKey } from '#src/edges/store/audit-key.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import type { StorePlace } from '#src/edges/store/store-place.ts';
import type { Slack } from '#src/slack-port.ts';
import type { Clock } from '#src/state/store.ts';
import type { LiveRelease } from './live-release.ts';
import { openBoard } from './open-board.ts';
import type { BoardSettings } from './read-board-settings.ts';
import { runOffice, type OfficePace, type RunningOffice } from './run-office.ts';

/** What the office works with, besides its state. `slack`: or what stands in its place. `release`: closed with the office. `board`: the dashboard, where there is one. `channelBytes`: what a channel may have billed in a day, where reading is paid for. */
export type OfficeDoors = {
  readonly release: LiveRelease;
  readonly slack: Slack;
  readonly access: AccessConfig;
  readonly board?: BoardSettings | undefined;
  readonly clock: Clock;
  readonly report: (fault: unknown) => string;
  readonly channelBytes?: number | undefined;
};

/** An office at work. `boardUrl`: where its dashboard is, if it has one. */
export type OpenOffice = RunningOffice & { readonly boardUrl: string | undefined };

/** Opens the state and sets the office to work. Throws `StoreFault`, and `ConfigFault` `address`. */
export async function openOffice(
  place: StorePlace,
  { release, slack, access, board, clock, report, channelBytes }: OfficeDoors,
  onBroken: (error: unknown) => void,
  pace?: OfficePace,
): Promise<OpenOffice> {
  const store = await openStore(place, clock);
  const sealing = makeMac(await readAuditKey(place));
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const parts = { store, release, clock, report, hash, tiers: access.tiers };
  const served = board && (await openBoard(board, parts));
  const office = runOffice(
    {
      store,
      slack,
      release,
      access,
      clock,
      report,
      // Other texts than those of the audit, which begin with "row" or "head".
      mac: (text) => sealing(`state\n${text}`),
      hash,
      channelBytes,
    },
    onBroken,
    pace,
  );
  return {
    boardUrl: served && `${served.url}/board`,
    take: (delivered, arrivedAt) => office.take(delivered, arrivedAt),
    stop: async () => {
      await served?.stop();
      await office.stop();
      await release.close();
      await store.close();
    },
  };
}
