import { answer, type Edges } from '#src/answer.ts';
import { facesOf, type Faces } from '#test/attack/faces.ts';

/** Asked at once: enough to keep the warehouse busy. */
const askers = 8;

/** Puts every question to the real pipeline and hands each answer to `use` in the order of the questions' ends. */
async function askAll(
  texts: readonly string[],
  edges: Edges,
  use: (faces: Faces, text: string, index: number) => void,
): Promise<void> {
  let next = 0;
  const ask = async (): Promise<void> => {
    for (let at = next++; at < texts.length; at = next++) {
      const text = texts[at] ?? '';
      use(facesOf(await answer(text, edges), edges), text, at);
    }
  };
  await Promise.all(Array.from({ length: askers }, ask));
}

/** The faces of every question's answer, in the order of the questions. */
export async function answersTo(texts: readonly string[], edges: Edges): Promise<readonly Faces[]> {
  const answers: Faces[] = [];
  await askAll(texts, edges, (faces, _, index) => {
    answers[index] = faces;
  });
  return answers;
}
