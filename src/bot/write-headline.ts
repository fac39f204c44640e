import { answer, type Edges } from '#src/answer.ts';
import { answerEvent } from '#src/audit/answer-event.ts';
import type { ChannelId } from '#src/access/room.ts';
import { judge } from '#src/access/judge.ts';
import { workingExamples } from '#src/grammar/working-examples.ts';
import type { HomePage } from '#src/slack-port.ts';
import type { PersonId } from '#src/state/actor.ts';
import { sayReceipt } from '#src/summary/say-receipt.ts';
import type { AskingParts } from './asking-parts.ts';
import { audienceOf } from './audience.ts';
import { readFacts } from './read-facts.ts';

type Answered = Extract<Awaited<ReturnType<typeof answer>>, { readonly kind: 'answered' }>;

/** The answer of a release, worked out once for everybody; undefined: there is none to the usual question. */
export type Headlines = WeakMap<Edges, Promise<Answered | undefined>>;

/** Whom a headline is for. `key`: of the delivery; `channel`: the direct message with them. */
type Reader = {
  readonly key: string;
  readonly asker: PersonId;
  readonly channel: ChannelId;
};

/**
 * What the data say of the usual question, for somebody who may ask it alone: judged as of that question in the direct message with them, and recorded before it is shown. Undefined:
 * they may not, or there is none. Throws `StoreFault` and `SlackFault`.
 */
export async function writeHeadline(
  { key, asker, channel }: Reader,
  { edges, headlines }: { readonly edges: Edges; readonly headlines: Headlines },
  parts: AskingParts,
): Promise<HomePage['headline']> {
  const { store, access: config, clock, hash } = parts;
  const askedAt = clock();
  const facts = await readFacts({ asker, channel }, parts);
  const outcome = await (headlines.get(edges) ?? workOut(edges, headlines));
  if (outcome === undefined) return undefined;
  const { vocabulary, warehouse } = edges.desk;
  const { ask } = outcome.reading;
  if (judge({ ...facts, ask, config, vocabulary }).kind === 'refused') return undefined;
  const event = answerEvent(outcome, {
    actor: { kind: 'person', id: asker },
    channel: audienceOf(facts.room),
    vocabulary,
    releaseId: warehouse.release.releaseId,
    latencyMs: clock().getTime() - askedAt.getTime(),
    hash,
  });
  if (event === undefined) return undefined;
  await store.change(async ({ inbox, answers }) => {
    if (await inbox.accept(key, { actor: event.audit.actor }))
      await answers.record(event.action, key, event.audit);
  });
  const { echo, reply } = outcome;
  return {
    echo,
    sentences: reply.sentences.map(({ text }) => text),
    receipt: sayReceipt(warehouse.release, reply.provenance),
  };
}

/** The usual question: a place since an event. As a table, so that nothing is drawn. */
function workOut(edges: Edges, headlines: Headlines): Promise<Answered | undefined> {
  const [usual] = workingExamples(edges.desk.vocabulary);
  const answered = answer(`${usual} show:table`, edges).then((outcome) => {
    if (outcome.kind === 'fault') headlines.delete(edges);
    return outcome.kind === 'answered' ? outcome : undefined;
  });
  headlines.set(edges, answered);
  return answered;
}
