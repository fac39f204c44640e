import type { MethodFinding } from '#src/method-finding.ts';
import { limitFact, settingPercentFact } from '#src/summary/method/rule-facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** When a change is called a rise or fall; of the last week alone, when it is called unusual. */
export function sayClearRule(
  finding: MethodFinding,
  claim: 'say that trips rose or fell' | 'call the week unusual',
): readonly Sentence[] {
  const least = settingPercentFact(finding, 'smallestClearPercent');
  return [
    say`We ${claim} only if the likely range leaves out no change and the change is at least ${least}.`,
    say`The change must also be more than ${limitFact(finding, 'clearFrom')} times what protecting people could do.`,
  ];
}
