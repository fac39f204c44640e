import { createHash, randomUUID } from 'node:crypto';
import type { Outcome } from '#src/answer.ts';
import { answerEvent } from './answer-event.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import { readStorePlace } from '#src/edges/store/store-place.ts';
import { terminalPerson } from '#src/edges/terminal/terminal-person.ts';
import { Fault } from '#src/fault.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { notRecorded, type Refusal } from '#src/refusal.ts';

/** What was asked at a terminal, and what came of it. `latencyMs`: from the question to its answer. */
export type TerminalAnswer = {
  readonly outcome: Outcome;
  readonly vocabulary: Vocabulary;
  readonly releaseId: string;
  readonly latencyMs: number;
};

/**
 * Enters in the audit what a terminal is about to be shown. Returns a refusal to give instead, where another process has the state open: what cannot be recorded is
 * not shown. Throws `StoreFault` and `ConfigFault`.
 */
export async function recordAnswer(
  { outcome, vocabulary, releaseId, latencyMs }: TerminalAnswer,
  home: string,
): Promise<Refusal | undefined> {
  const { channel, actor } = terminalPerson(undefined).audit;
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const event = answerEvent(outcome, { actor, channel, vocabulary, releaseId, latencyMs, hash });
  if (event === undefined) return undefined;
  try {
    const store = await openStore(readStorePlace(home, process.env), () => new Date());
    try {
      await store.change(({ answers }) => answers.record(event.action, randomUUID(), event.audit));
    } finally {
      await store.close();
    }
    return undefined;
  } catch (fault) {
    if (fault instanceof Fault && fault.code === 'inUse') return notRecorded;
    throw fault;
  }
}
