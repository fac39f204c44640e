import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '#src/edges/store/open-store.ts';
import { judge } from '#src/release/lifecycle/judge.ts';
import { terminalPerson } from '#src/edges/terminal/terminal-person.ts';
import { parseEvent, type AuditContext, type AuditEvent } from '#src/state/audit-event.ts';
import type { ProposalName, Standing } from '#src/state/proposal.ts';
import type { ReleaseDescription, ReleaseRecord } from '#src/state/release-record.ts';
import type { Store } from '#src/state/store.ts';
import { layState } from '#test/support/lay-state.ts';
import { makeFakeKeeper, type FakeKeeper } from './fake-keeper.ts';

/** A real store and a keeper of nothing. `events`: what the audit recorded since the last call. */
export type Scene = {
  readonly store: Store;
  readonly keeper: FakeKeeper;
  readonly record: (name: string) => Promise<ReleaseRecord>;
  readonly events: () => Promise<readonly AuditEvent[]>;
};

/** A clock that moves on by a second at each look. */
function makeTicks(): () => Date {
  let now = Date.UTC(2026, 10, 23, 8, 0, 0);
  return () => new Date((now += 1000));
}

/** Opens a store in `home`, embedded or of a server. */
export async function openScene(home: string, databaseUrl?: string): Promise<Scene> {
  if (databaseUrl === undefined) await layState(home);
  const store = await openStore(
    { home, databaseUrl, auditKeyFile: databaseUrl === undefined ? undefined : keyIn(home) },
    makeTicks(),
  );
  let seen = 0;
  return {
    store,
    keeper: makeFakeKeeper(),
    record: (name) => recordOf(store, name),
    events: async () => {
      const rows = await store.audit.rows(seen, 10_000);
      seen += rows.length;
      return rows.map(({ event }) => {
        const parsed = parseEvent(event);
        if (parsed === undefined) throw new Error('an event that cannot be read');
        return parsed;
      });
    },
  };
}

/** A server's audit needs a secret that all its processes have. */
function keyIn(home: string): string {
  const file = join(home, 'audit.key');
  writeFileSync(file, 'a7'.repeat(32));
  return file;
}

/** What the state knows of an edition. */
export async function recordOf(store: Store, name: string): Promise<ReleaseRecord> {
  const record = (await store.releases.list()).find((each) => each.name === name);
  if (record === undefined) throw new Error(`${name} is not entered`);
  return record;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

let made = 0;

/** An edition like no other, of real data unless `changes` say otherwise, with a policy of its own. */
export function someEdition(changes: Partial<ReleaseDescription> = {}): ReleaseDescription {
  made += 1;
  const name = `arden-2021-04-18-${String(made).padStart(8, '0')}`;
  return {
    name,
    releaseId: `${name}-id`,
    dataset: 'arden',
    lastDay: '2021-04-18',
    policyHash: hashOf(`policy ${made}`),
    synthetic: false,
    fingerprint: hashOf(`content ${made}`),
    ...changes,
  };
}

/** Somebody at a terminal, who says that this is their name. */
export const by = (name: string): AuditContext => terminalPerson(name).audit;

/** What one person says of a content. `reason`: of a rejection. */
export function say(
  { store }: Pick<Scene, 'store'>,
  name: string,
  content: ProposalName & { readonly fingerprint: string; readonly reason?: string },
): Promise<Standing> {
  const { kind, id, fingerprint, reason } = content;
  const { person, audit } = terminalPerson(name);
  return judge(store, { subject: { kind, id }, fingerprint, person, reason }, audit);
}

export const contentOf = ({ name, fingerprint }: ReleaseDescription) =>
  ({ kind: 'release', id: name, fingerprint }) as const;
export const policyOf = ({ policyHash }: ReleaseDescription) =>
  ({ kind: 'policy', id: policyHash, fingerprint: policyHash }) as const;

/** Two people approve an edition and, where nobody did before, its policy. */
export async function approve(
  scene: Pick<Scene, 'store'>,
  edition: ReleaseDescription,
): Promise<void> {
  for (const content of [contentOf(edition), policyOf(edition)]) {
    if ((await scene.store.proposals.find(content))?.standing.kind === 'approved') continue;
    for (const name of ['bea', 'carl']) await say(scene, name, content);
  }
}
