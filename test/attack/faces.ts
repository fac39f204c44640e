import type { Edges, Outcome } from '#src/answer.ts';
import { jsonAnswer, jsonRefusal } from '#src/edges/terminal/json-answer.ts';
import { pictureName } from '#src/edges/terminal/picture-file.ts';
import { printAnswer, printRefusal } from '#src/edges/terminal/print-outcome.ts';
import { usage } from '#src/grammar/usage.ts';
import { sayReceipt } from '#src/summary/say-receipt.ts';

/** Every way in which an answer is said. */
export const faceNames = ['sentences', 'alt', 'table', 'spec', 'json', 'terminal'] as const;

export type FaceName = (typeof faceNames)[number];

/** An answer in every face, as text: to be read by an attacker, or compared byte by byte. A face that an answer does not have is empty. */
export type Faces = Readonly<Record<FaceName, string>>;

const page = { colour: false, width: 100 };
type Answered = Extract<Outcome, { kind: 'answered' }>;

/** The faces of an outcome, made as `npm run ask` makes them. The clock's `durationMs` is set to 0: it is not said of the data. */
export function facesOf(outcome: Outcome, edges: Edges): Faces {
  switch (outcome.kind) {
    case 'answered':
      return answeredFaces(outcome, edges);
    case 'refused':
      return {
        sentences: `${outcome.refusal.message}\n${outcome.refusal.next}`,
        alt: '',
        table: '',
        spec: '',
        json: JSON.stringify(jsonRefusal(outcome.refusal)),
        terminal: printRefusal(outcome.refusal, page),
      };
    case 'fault':
      throw new Error(`an answer broke: ${outcome.reference}`);
    default:
      return outcome satisfies never;
  }
}

function answeredFaces({ reply, echo, reading }: Answered, { desk }: Edges): Faces {
  const { sentences, table, chart } = reply;
  const { release } = desk.warehouse;
  const provenance = reply.provenance.map((one) => ({ ...one, durationMs: 0 }));
  const receipt = sayReceipt(release, provenance);
  const asked = usage(reading.ask, desk.vocabulary);
  const name = pictureName(asked, release.releaseId);
  const picture = chart === undefined ? undefined : { path: `out/${name}` };
  return {
    sentences: sentences.map(({ text }) => text).join('\n'),
    alt: chart?.alt.text ?? '',
    table: JSON.stringify(table),
    spec: chart === undefined ? '' : JSON.stringify(chart.spec),
    json: JSON.stringify(
      jsonAnswer({ ...reply, provenance, echo, reading, usage: asked, picture, release }),
    ),
    terminal: printAnswer({ sentences, table, echo, picture, receipt }, page),
  };
}

/** Where two answers first differ, in words with both sides; undefined where every face is the same byte for byte. */
export function firstDifference(one: Faces, other: Faces): string | undefined {
  const face = faceNames.find((name) => one[name] !== other[name]);
  if (face === undefined) return undefined;
  const [a, b] = [one[face], other[face]];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const start = Math.max(0, at - 30);
  const excerpt = (text: string) => JSON.stringify(text.slice(start, start + 70));
  return `${face}: ${excerpt(a)} and ${excerpt(b)}`;
}
