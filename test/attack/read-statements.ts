import { z } from 'zod';
import { askedShape } from '#test/attack/asked.ts';
import type { Country } from '#test/attack/country.ts';
import type { Faces } from '#test/attack/faces.ts';
import { readCompare } from '#test/attack/read-compare.ts';
import { readDays } from '#test/attack/read-days.ts';
import { readMatrix } from '#test/attack/read-matrix.ts';
import { readMethod } from '#test/attack/read-method.ts';
import { readRanked } from '#test/attack/read-ranked.ts';
import { readTrend } from '#test/attack/read-trend.ts';
import { nothingTold, type Told } from '#test/attack/statement.ts';

const flowsShape = z.looseObject({
  kind: z.literal('flows'),
  shape: z.enum(['ranked', 'matrix']),
  period: z.object({ weeks: z.array(z.string()) }),
});
const findingShape = z.union([
  flowsShape,
  z.looseObject({ kind: z.enum(['trend', 'compare', 'day', 'method']) }),
  z.looseObject({ kind: z.enum(['status', 'events', 'help']) }),
]);
const answerShape = z.object({
  ask: z.looseObject({ command: z.string(), about: z.unknown().optional() }),
  finding: findingShape,
});

type Answer = z.infer<typeof answerShape>;

/** Reads a flow's faces by the shape of what was found. */
function readFlows(
  faces: Faces,
  finding: z.infer<typeof flowsShape>,
  given: unknown,
  country: Country,
) {
  const ask = askedShape.parse(given);
  if (ask.command !== 'flows') throw new Error('flows answer another question');
  const read = finding.shape === 'ranked' ? readRanked : readMatrix;
  return read(faces, finding, finding.period.weeks, { ask, country });
}

/** Reads the faces of an answer about one group of places. */
function readLine(
  faces: Faces,
  finding: Answer['finding'],
  given: unknown,
  country: Country,
): Told {
  const ask = askedShape.parse(given);
  if (ask.command === 'flows') throw new Error('a trend answers a question on flows');
  if (finding.kind === 'compare') return readCompare(faces, finding, ask, country);
  if (ask.command === 'compare') throw new Error('a trend answers a comparison');
  return (finding.kind === 'day' ? readDays : readTrend)(faces, finding, ask, country);
}

function readFinding(faces: Faces, { ask, finding }: Answer, country: Country): Told {
  switch (finding.kind) {
    case 'flows':
      return readFlows(faces, finding, ask, country);
    case 'trend':
    case 'compare':
    case 'day':
      return readLine(faces, finding, ask, country);
    case 'method':
      return readMethod(faces, finding, askedShape.safeParse(ask.about).data, country);
    case 'status':
    case 'events':
    case 'help':
      return nothingTold;
    default:
      return finding satisfies never;
  }
}

/** What an answer of some kind told; a refusal tells nothing. */
export type Answered = Told & { readonly kind: Answer['finding']['kind'] | 'refused' };

const refusalShape = z.object({ refusal: z.object({ message: z.string() }) });

/** Every figure that the faces of an answer tell of the data, each read from its own face, by what was asked. */
export function readStatements(faces: Faces, country: Country): Answered {
  const json: unknown = JSON.parse(faces.json);
  if (refusalShape.safeParse(json).success) return { ...nothingTold, kind: 'refused' };
  const answer = answerShape.parse(json);
  return { ...readFinding(faces, answer, country), kind: answer.finding.kind };
}
