import { join } from 'node:path';
import { answer, type Edges, type Outcome } from '#src/answer.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { makeLog } from '#src/edges/log/make-log.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import { jsonAnswer, jsonFault, jsonRefusal } from '#src/edges/terminal/json-answer.ts';
import { pictureName, writePicture } from '#src/edges/terminal/picture-file.ts';
import {
  printAnswer,
  printFault,
  printRefusal,
  type Page,
} from '#src/edges/terminal/print-outcome.ts';
import { readTerminalQuestion } from '#src/edges/terminal/read-arguments.ts';
import { Fault } from '#src/fault.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Place } from '#src/find-releases.ts';
import { openRelease } from '#src/open-release.ts';
import type { Warehouse } from '#src/ports.ts';
import { noRelease } from '#src/refusal.ts';
import { methodSettings } from '#src/statistics/method-settings.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { sayFault, type FaultWords } from '#src/say-fault.ts';
import { sayReceipt } from '#src/summary/say-receipt.ts';

const deadlineMs = 20_000;
const exitCodes = { answered: 0, refused: 2, fault: 1 } as const;

async function makeEdges(
  warehouse: Warehouse,
  { projectFolder }: Place,
  report: Edges['report'],
): Promise<Edges> {
  const [settings, vocabulary] = await Promise.all([
    readConfig(join(projectFolder, 'mobility.config.yml'), 'method', methodSettings),
    readVocabulary(warehouse, { deadlineMs }),
  ]);
  const render = makeRenderer({ fontsFolder: join(projectFolder, 'assets/fonts') });
  return { desk: { warehouse, vocabulary, settings, deadlineMs }, render, report };
}

type Answered = Extract<Outcome, { kind: 'answered' }>;

async function keepPicture(
  { picture, lostPicture, reading }: Answered,
  { desk, report }: Edges,
): Promise<{ path: string } | { lost: string } | undefined> {
  if (lostPicture !== undefined) return { lost: lostPicture };
  if (picture === undefined) return undefined;
  try {
    const name = pictureName(usage(reading.ask, desk.vocabulary), desk.warehouse.release.releaseId);
    return { path: await writePicture('out', name, picture) };
  } catch (fault) {
    return { lost: report(fault) };
  }
}

async function show(outcome: Outcome, json: boolean, edges: Edges, page: Page): Promise<string> {
  switch (outcome.kind) {
    case 'answered': {
      const { reply, echo, reading } = outcome;
      const { desk } = edges;
      const { release } = desk.warehouse;
      const picture = await keepPicture(outcome, edges);
      return json
        ? asJson(
            jsonAnswer({
              ...reply,
              echo,
              reading,
              usage: usage(reading.ask, desk.vocabulary),
              picture,
              release,
            }),
          )
        : printAnswer(
            { ...reply, echo, picture, receipt: sayReceipt(release, reply.provenance) },
            page,
          );
    }
    case 'refused':
      return json ? asJson(jsonRefusal(outcome.refusal)) : printRefusal(outcome.refusal, page);
    case 'fault':
      return json ? asJson(jsonFault(outcome)) : printFault(outcome.words, page);
    default:
      return outcome satisfies never;
  }
}

/** The outcome, once the audit holds it. Synthetic data have nobody to answer for. */
async function onRecord(
  outcome: Outcome,
  latencyMs: number,
  { edges, place }: { readonly edges: Edges; readonly place: Place },
): Promise<Outcome> {
  const { vocabulary, warehouse } = edges.desk;
  const { synthetic, releaseId } = warehouse.release;
  if (synthetic) return outcome;
  // Loaded here alone: a demonstration needs no state.
  const { recordAnswer } = await import('#src/audit/record-answer.ts');
  const refusal = await recordAnswer({ outcome, vocabulary, releaseId, latencyMs }, place.home);
  return refusal === undefined ? outcome : { kind: 'refused', refusal };
}

const asJson = (value: Record<string, unknown>): string =>
  `${JSON.stringify(value, undefined, 2)}\n`;

/** A terminal that does not tell its width, and a pipe, get lines of 100 characters. */
const widest = 100;
const narrowest = 40;

const pageOf = (stream: NodeJS.WriteStream): Page => ({
  colour: stream.isTTY && stream.hasColors(),
  width: stream.isTTY && stream.columns >= narrowest ? Math.min(stream.columns, widest) : widest,
});

/** What whoever asks in a terminal can put right: not so who asks in Slack. */
const isOfSettings = (fault: unknown): fault is Fault =>
  fault instanceof Fault && (fault.name === 'ConfigFault' || fault.code === 'noCredentials');

const saySettings = ({ message }: Fault): FaultWords => ({
  message: `I cannot start: ${message}.`,
  next: 'Put that right, then ask again.',
});

/** Answers one question in the terminal. Exit code 0: answered; 2: refused; 1: fault, with a reference. */
export async function ask(argv: readonly string[], place: Place): Promise<number> {
  const page = pageOf(process.stdout);
  const { text, json } = readTerminalQuestion(argv);
  const { report } = makeLog(place.home);
  try {
    const warehouse = await openRelease(place);
    if (warehouse === undefined) {
      process.stdout.write(json ? asJson(jsonRefusal(noRelease)) : printRefusal(noRelease, page));
      return exitCodes.refused;
    }
    const started = performance.now();
    const edges = await makeEdges(warehouse, place, report);
    const answered = await answer(text, edges);
    const outcome = await onRecord(answered, performance.now() - started, { edges, place });
    process.stdout.write(await show(outcome, json, edges, page));
    if (text === '' && !json) {
      process.stdout.write(await show(await answer('help', edges), json, edges, page));
    }
    process.stderr.write(`Answered in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
    await warehouse.close();
    return exitCodes[outcome.kind];
  } catch (fault) {
    const reference = report(fault);
    const words = isOfSettings(fault) ? saySettings(fault) : sayFault(reference, fault);
    process.stdout.write(json ? asJson(jsonFault({ reference, words })) : printFault(words, page));
    return exitCodes.fault;
  }
}
