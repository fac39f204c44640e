import type { Cell } from '#src/finding.ts';
import { numberWords } from '#src/summary/facts.ts';

/** A number as tables show it: "12,340", "[c]" (confidential) or "[z]" (not applicable). */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'published':
      return numberWords(cell.value);
    case 'suppressed':
      return '[c]';
    case 'notApplicable':
      return '[z]';
    default:
      return cell satisfies never;
  }
}
