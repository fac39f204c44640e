import type { ChainCheck } from '#src/state/check-chain.ts';
import { sayChainFault } from './say-chain-fault.ts';
import type { Walked } from './walk-audit.ts';
import { counted, figure, timeWords } from './words.ts';

const digitsShown = 12;

/** What was found wrong, all told. */
export const faultsOf = ({ faults, more }: ChainCheck): number => faults.length + more;

/** What a check of the audit found: how much there is, whether it is whole, and what to do. `noted`: how many marks of people it was compared with. */
export function sayVerdict(walked: Walked, noted: number): readonly string[] {
  const { check } = walked;
  return [
    sayExtent(check),
    ...sayUnknown(check),
    ...(faultsOf(check) === 0 ? sayWhole(walked, noted) : sayFaults(check)),
    ...sayWitness(walked, noted),
  ];
}

function sayExtent({ entries, firstAt, lastAt }: ChainCheck): string {
  if (entries === 0) return 'The audit has no entries yet.';
  const times =
    firstAt === undefined || lastAt === undefined
      ? ''
      : `, from ${timeWords(firstAt)} to ${timeWords(lastAt)} (UTC)`;
  return `The audit has ${counted(entries, 'entry', 'entries')}${times}.`;
}

const sayUnknown = ({ unknown }: ChainCheck): readonly string[] =>
  unknown === 0
    ? []
    : [
        `${counted(unknown, 'entry was', 'entries were')} written by a later version of the program: the seals hold, but only that version can tell what was done.`,
      ];

function sayWhole({ head, hasWitness }: Walked, noted: number): readonly string[] {
  const marks = [
    ...(hasWitness ? ['the mark that this machine keeps'] : []),
    ...(noted === 0 ? [] : [noted === 1 ? 'the head that you noted' : 'the heads that you noted']),
  ];
  const against = marks.length === 0 ? '' : ` It fits ${marks.join(' and ')}.`;
  const name = `${head.seq}:${head.seal.slice(0, digitsShown)}`;
  return [
    `It is whole: nothing was altered, added or taken out.${against}`,
    `Head: ${name}`,
    ...(head.seq === 0
      ? []
      : [
          `Note the head where nobody can change it, such as in minutes. To check later that all up to it is still there: npm run audit -- verify --head ${name}`,
        ]),
  ];
}

function sayFaults(check: ChainCheck): readonly string[] {
  const { faults, more, last } = check;
  const [first, second] = faults;
  const fitsNothing =
    first?.kind === 'altered' &&
    first.from === 1 &&
    first.to === last.seq &&
    second?.kind === 'headForged';
  const all = faultsOf(check);
  return [
    `It is NOT whole: ${counted(all, 'fault', 'faults')}.`,
    ...(fitsNothing
      ? [
          'Nothing fits the key. Most likely it is another key: check MOBILITY_AUDIT_KEY_FILE, or state/audit.key in the home folder.',
        ]
      : []),
    ...faults.map((fault) => `- ${sayChainFault(fault)}`),
    ...(more === 0 ? [] : [`- and ${figure(more)} more.`]),
    'First keep a copy of the database and of audit-witness.json as they are, and tell whoever answers for security.',
  ];
}

const sayWitness = ({ hasWitness }: Walked, noted: number): readonly string[] =>
  hasWitness || noted > 0
    ? []
    : [
        'This machine keeps no mark of the audit, so an old copy of it, put back as a whole, would not be noticed: compare with a head that you noted (--head).',
      ];
