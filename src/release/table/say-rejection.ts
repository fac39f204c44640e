import type { Problems } from '../import/problem.ts';
import { sayProblem } from '../import/say-problem.ts';

/** What is wrong with the files, one problem a line. */
export function sayRejection({ problems, total }: Problems): readonly string[] {
  const more = total - problems.length;
  return [
    ...problems.map(sayProblem),
    ...(more > 0 ? [`… and ${more} more.`] : []),
    `Nothing was written: ${total === 1 ? '1 problem' : `${total} problems`}. Mend it and run the command again.`,
  ];
}
