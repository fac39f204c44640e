import type { CompareItem, NotMeasured } from '#src/compare-finding.ts';

/** Whether a row has no figure since its trips are withheld: those of every week, or of the last one where that is asked about. */
export const isWithheld = ({ change, since, latest, withheld }: CompareItem): boolean =>
  change.kind === 'tooSmall' && (withheld || (since === undefined && latest.kind === 'suppressed'));

function reason(change: NotMeasured): string {
  switch (change.kind) {
    case 'tooSmall':
      return 'too small to tell a change';
    case 'noTrips':
      return 'no trips';
    case 'partlyKnown':
      return 'too little is known';
    case 'tooSoon':
      return 'too soon to say';
    case 'tooFewBefore':
      return 'too few weeks before';
    case 'cutShort':
      return 'another event too soon after';
    case 'noEvent':
      return change.dates === 'none' ? 'no such date' : 'no single date';
    case 'notOrdinary':
      return change.flag?.label ?? 'no trips in that week';
    default:
      return change satisfies never;
  }
}

/** Why a row has no figure, in the few words that a table or chart has room for; undefined where it has one. */
export function noteWords(item: CompareItem): string | undefined {
  if (item.change.kind === 'measured') return undefined;
  return isWithheld(item) ? 'too small to say' : reason(item.change);
}

/** The mark of a missing figure: `[c]` where the trips are withheld, `[z]` not applicable, `[x]` not available. Source: Government Analysis Function, symbols in tables. */
export function missingMark({ change, withheld }: CompareItem): '[c]' | '[z]' | '[x]' {
  if (change.kind === 'tooSmall' && withheld) return '[c]';
  return change.kind === 'noEvent' ? '[z]' : '[x]';
}
