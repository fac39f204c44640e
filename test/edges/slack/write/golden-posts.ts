import { z } from 'zod';
import { followUps } from '#src/grammar/follow-ups.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { AnswerPost, Post } from '#src/post.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { readQuestion, readRecorded, readStages } from '#test/asks/golden-ask.ts';
import { makeRecordedWarehouse } from '#test/support/recorded-warehouse.ts';

const answer = z.object({
  echo: z.string(),
  sentences: z.array(z.string()),
  alt: z.string().nullable(),
  receipt: z.string(),
});
const table = z.object({
  caption: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  key: z.array(z.number()),
});
const refused = z.object({ refusal: z.object({ message: z.string(), next: z.string() }) });

/** The words of the release that the golden questions are asked of. */
export async function readGoldenVocabulary(): Promise<Vocabulary> {
  const { release, words } = await readRecorded();
  return readVocabulary(makeRecordedWarehouse(release, words), { deadlineMs: 1000 });
}

/** The answer to a golden question, as it would be posted: what `test/asks` shows the whole pipeline to say. */
export async function readAnswerPost(name: string, vocabulary: Vocabulary): Promise<AnswerPost> {
  const stages = await readStages(name);
  const { alt, ...said } = answer.parse(JSON.parse(stages.answer));
  return {
    kind: 'answer',
    ...said,
    ...(alt === null ? {} : { picture: { file: 'F0123456789', alt } }),
    table: table.parse(JSON.parse(stages.table)),
    buttons: buttonsOf(await readQuestion(name), vocabulary),
  };
}

function buttonsOf(question: string, vocabulary: Vocabulary): AnswerPost['buttons'] {
  const parsed = parseAsk(question, vocabulary);
  if (parsed.kind === 'refused') throw new Error(`${question} is refused`);
  const next = followUps(parsed.reading.ask, vocabulary);
  return [
    ...next.map(({ action, label }) => ({ action, label, value: 'sealed' })),
    { action: 'change', label: 'Change', value: 'sealed' },
  ];
}

/** The refusal of a golden question, as it would be told. */
export async function readRefusalPost(name: string): Promise<Post> {
  const { refusal } = refused.parse(JSON.parse((await readStages(name)).answer));
  return { kind: 'words', ...refusal, channels: [], buttons: [] };
}
