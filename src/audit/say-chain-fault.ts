import type { ChainFault, MarkKeeper, Run } from '#src/state/chain-fault.ts';
import { figure } from './words.ts';

const entries = ({ from, to }: Run): string =>
  from === to ? `Entry ${figure(from)}` : `Entries ${figure(from)} to ${figure(to)}`;

const be = ({ from, to }: Run, one: string, many: string): string => (from === to ? one : many);

const keepers: Readonly<Record<MarkKeeper, string>> = {
  witness: 'which this machine noted',
  person: 'which you noted',
};

/** A fault of the audit in one sentence, and what to do about it in another. */
export function sayChainFault(fault: ChainFault): string {
  switch (fault.kind) {
    case 'altered':
      return `${entries(fault)} ${be(fault, 'is', 'are')} altered. Do not rely on what ${be(fault, 'it says', 'they say')}: look it up in a backup.`;
    case 'missing':
      return `${entries(fault)} ${be(fault, 'is', 'are')} missing. Look in a backup, for entry ${figure(fault.to + 1)} too, which cannot be checked without.`;
    case 'cutOff':
      return `${entries(fault)} ${be(fault, 'was', 'were')} cut off at the end. Look in a backup.`;
    case 'added':
      return `${entries(fault)} ${be(fault, 'was', 'were')} added past the sealed end. Do not rely on ${be(fault, 'it', 'them')}.`;
    case 'headPutBack':
      return `The sealed end is an old one, although ${entries(fault).toLowerCase()} ${be(fault, 'follows', 'follow')} and ${be(fault, 'is', 'are')} as written. Find out who put it back.`;
    case 'headForged':
      return 'The sealed end was altered, so entries may be missing after the last. Compare the end with a backup.';
    case 'headDiffers':
      return 'The last entry is not the one that the end was sealed for. Compare it with a backup.';
    case 'doubled':
      return `A second or stray entry stands under the number ${figure(fault.at)}. Do not rely on it.`;
    case 'markPast':
      return `Entry ${figure(fault.at)}, ${keepers[fault.by]}, is past the end: entries were cut off, or an old copy was put back. Look in a newer backup.`;
    case 'markLost':
      return `Entry ${figure(fault.at)}, ${keepers[fault.by]}, is missing. Look in a backup.`;
    case 'markDiffers':
      return `Entry ${figure(fault.at)} is not the one ${keepers[fault.by]}: the audit was written anew, or went on from an old copy. Look for the lost entries in a backup.`;
    default:
      return fault satisfies never;
  }
}
