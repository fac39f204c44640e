import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, type Edges } from '#src/answer.ts';
import { answerEvent, type AskedAt } from '#src/audit/answer-event.ts';
import { auditContext } from '#src/state/audit-event.ts';
import { fingerprintCells } from '#src/state/fingerprint-cells.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';
import { person } from './kept-audit.ts';

let edges: Edges;
let close = () => Promise.resolve();

beforeAll(async () => {
  ({ edges, close } = await makeTinyEdges());
});
afterAll(() => close());

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const channel = {
  id: 'C024BE91L',
  audience: { kind: 'private' as const, members: 12, guests: 1, isShared: false },
};

const asked = (): AskedAt => ({
  actor: person('U024BE7LH'),
  channel,
  vocabulary: edges.desk.vocabulary,
  releaseId: edges.desk.warehouse.release.releaseId,
  latencyMs: 812.6,
  hash,
});

test('of an answer: the question as the program writes it, the release, the cells, the time and the size of the picture', async () => {
  const outcome = await answer('how did trips in cedarham change since LIFT-DATE', edges);
  if (outcome.kind !== 'answered') throw new Error(outcome.kind);
  const event = answerEvent(outcome, asked());
  expect(event).toEqual({
    action: 'answer.given',
    audit: {
      actor: { kind: 'person', id: 'U024BE7LH' },
      channel,
      ask: 'region:Cedarham since:lift-date',
      decision: 'answered',
      release: edges.desk.warehouse.release.releaseId,
      cells: fingerprintCells(outcome.reply.table, hash),
      latencyMs: 813,
      bytes: outcome.picture?.png.length,
    },
  });
  expect(auditContext.safeParse(event?.audit).success).toBe(true);
});

test('of an answer from BigQuery its jobs, and what each was billed', async () => {
  const outcome = await answer('region:Cedarham since:lift-date', edges);
  if (outcome.kind !== 'answered') throw new Error(outcome.kind);
  const jobs = [
    { id: 'mobility_weekly-trips_1', bytesBilled: 10_485_760, isCached: false },
    { id: 'mobility_calendar_2', isCached: true },
  ];
  const provenance = outcome.reply.provenance.map((one, at) => {
    const job = jobs[at];
    return job === undefined ? one : { ...one, job };
  });
  const event = answerEvent({ ...outcome, reply: { ...outcome.reply, provenance } }, asked());
  expect(event?.audit.jobs).toEqual(jobs);
  expect(auditContext.safeParse(event?.audit).success).toBe(true);
});

test('an answer without a picture, in no channel, says nothing of either', async () => {
  const event = answerEvent(await answer('help', edges), { ...asked(), channel: undefined });
  expect(Object.keys(event?.audit ?? {}).toSorted()).toEqual([
    'actor',
    'ask',
    'cells',
    'decision',
    'latencyMs',
    'release',
  ]);
});

test('of a refusal its kind alone, never a word of the asker', async () => {
  const event = answerEvent(await answer('region:Secretville since:lift-date', edges), asked());
  expect(event).toEqual({
    action: 'answer.refused',
    audit: {
      actor: { kind: 'person', id: 'U024BE7LH' },
      channel,
      decision: 'notUnderstood',
      latencyMs: 813,
    },
  });
});

test('nothing of a fault: it is in the log', () => {
  const words = { message: 'It broke.', next: 'Ask again.' };
  const fault = { kind: 'fault', reference: '7F3A', words, retryable: false } as const;
  expect(answerEvent(fault, asked())).toBeUndefined();
});
