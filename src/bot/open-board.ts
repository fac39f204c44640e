import { randomUUID } from 'node:crypto';
import type { AccessConfig } from '#src/access/access-config.ts';
import type { Edges } from '#src/answer.ts';
import { answerEvent, type AnswerEvent } from '#src/audit/answer-event.ts';
import { answerBoard, type Seen } from '#src/board/answer-board.ts';
import { makeAnswers, usualSize } from '#src/board/make-answers.ts';
import { makeGate, usualGate } from '#src/board/make-gate.ts';
import { isLook } from '#src/board/picture-name.ts';
import { readViewer, type Viewer } from '#src/board/read-viewer.ts';
import { words } from '#src/board/words.ts';
import { serveBoard, type ProxiedLook } from '#src/edges/board/serve-board.ts';
import { plainReply, type Reply } from '#src/http/reply.ts';
import type { Served } from '#src/http/serve.ts';
import type { OfficeParts } from './office-parts.ts';
import type { BoardSettings } from './read-board-settings.ts';

type Parts = Pick<OfficeParts, 'store' | 'release' | 'hash' | 'report' | 'clock'> & {
  readonly tiers: AccessConfig['tiers'];
};

const notNamed = plainReply(403, words.notNamed);

const tooMany = (retryAfterS: number): Reply => ({
  ...plainReply(429, words.tooMany),
  retryAfterS,
});

/** Serves the dashboard behind the identity proxy, to whom the proxy names. Each view of real data, and each refusal, is in the audit before it is sent. Throws `ConfigFault` `address`. */
export function openBoard({ config, secret }: BoardSettings, parts: Parts): Promise<Served> {
  const current = () => parts.release.current();
  const answers = makeAnswers(usualSize, (edges) => edges === current());
  const gate = makeGate(usualGate, parts.clock);
  const answer = async ({ url, headers }: ProxiedLook): Promise<Reply> => {
    const viewer = readViewer(headers, config, parts.tiers);
    if (viewer === undefined) return notNamed;
    const entry = isLook(url.pathname) ? gate(viewer.person) : undefined;
    if (entry?.kind === 'shut') return tooMany(entry.retryAfterS);
    const askedAt = parts.clock();
    const frame = { who: words.signedInAs(viewer.name), kept: [], back: undefined };
    const look = { path: url.pathname, search: url.searchParams, rights: viewer.rights, frame };
    const board = {
      current,
      answers,
      record: (seen: Seen, edges: Edges) => record(seen, { viewer, edges, askedAt }, parts),
    };
    return answerBoard(look, board).finally(entry?.leave);
  };
  const { host, port, secretHeader } = config;
  const { report, clock } = parts;
  return serveBoard({ host, port, secretHeader, secret, answer, report, clock });
}

type Looked = { readonly viewer: Viewer; readonly edges: Edges; readonly askedAt: Date };

/** Enters what somebody is about to see alone, and what they are refused: all of it, or nothing. Throws `StoreFault`. */
async function record(
  { shown, refused }: Seen,
  { viewer, edges, askedAt }: Looked,
  { store, hash, clock }: Parts,
): Promise<void> {
  const { vocabulary, warehouse } = edges.desk;
  const asked = {
    actor: { kind: 'person', id: viewer.person } as const,
    channel: audienceOf(viewer),
    vocabulary,
    releaseId: warehouse.release.releaseId,
    latencyMs: clock().getTime() - askedAt.getTime(),
    hash,
  };
  const { actor, channel, releaseId: release } = asked;
  const refusals = refused.map(({ decision, reason, ask }): AnswerEvent => {
    const why = { ...(reason && { reason }), ...(ask && { ask }) };
    return { action: 'answer.refused', audit: { actor, channel, release, decision, ...why } };
  });
  const events = [...shown.flatMap((each) => answerEvent(each, asked) ?? []), ...refusals];
  const keyed = events.map((event) => ({ ...event, key: randomUUID() }));
  await store.change(async ({ answers }) => {
    for (const { action, key, audit } of keyed) await answers.record(action, key, audit);
  });
}

/** Nobody else reads what one person looks at. */
const audienceOf = ({ person }: Viewer) => ({
  id: `board:${person}`,
  audience: { kind: 'direct' as const, members: 1, guests: 0, isShared: false },
});
