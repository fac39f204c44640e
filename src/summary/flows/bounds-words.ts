import type { FlowsFinding } from '#src/flows-finding.ts';
import { numberWords } from '#src/summary/facts.ts';

/** How far the flows of the table may be off, to follow its caption; empty where all are exact. */
export function boundsWords(finding: FlowsFinding): string {
  const { bounds, elsewhere, shape } = finding;
  if (bounds === undefined || bounds.most === 0) return '';
  const often = bounds.isProved ? '' : 'almost always ';
  const flow = shape === 'matrix' ? 'each flow between two places' : 'each flow';
  const less = bounds.isAlike ? '' : ' or less';
  const folded = elsewhere === undefined ? '' : ', but for trips counted elsewhere';
  return `, ${flow} ${often}within ${numberWords(bounds.most)}${less} of the true number${folded}`;
}
