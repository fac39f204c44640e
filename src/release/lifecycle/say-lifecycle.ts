import { dateWords } from '#src/date-words.ts';
import { nameOf, type PersonId } from '#src/state/actor.ts';
import type { Standing } from '#src/state/proposal.ts';
import type { ReleaseRecord } from '#src/state/release-record.ts';
import type { ProposalView } from '#src/state/store.ts';

/** A moment as operators read it: "23 November 2026, 08:10 UTC". */
function timeWords(time: Date): string {
  const [date = '', clock = ''] = time.toISOString().split('T');
  return `${dateWords(date)}, ${clock.slice(0, 5)} UTC`;
}

const person = (id: PersonId): string => nameOf({ kind: 'person', id });
const names = (people: readonly PersonId[]): string => people.map(person).join(' and ');

/** What approval still wants, to follow "Not done: "; undefined where it wants nothing. */
export function sayMissing(what: string, standing: Standing): string | undefined {
  switch (standing.kind) {
    case 'approved':
      return undefined;
    case 'rejected':
      return `${what} was rejected by ${person(standing.by)} (${standing.reason})`;
    case 'waiting':
      return `${what} needs the approval of ${sayCount(standing.needed - standing.approvedBy.length, standing.approvedBy.length > 0)}`;
    default:
      return standing satisfies never;
  }
}

const sayCount = (people: number, isMore: boolean): string =>
  `${people === 1 ? 'one' : 'two'} ${isMore ? 'more ' : ''}${people === 1 ? 'person' : 'people'}`;

/** Where a proposal stands, as a sentence. */
export function sayStanding(standing: Standing): string {
  switch (standing.kind) {
    case 'approved':
      return `Approved by ${names(standing.approvedBy)}.`;
    case 'rejected':
      return `Rejected by ${person(standing.by)}: ${standing.reason}.`;
    case 'waiting': {
      const { approvedBy, needed } = standing;
      const missing = sayCount(needed - approvedBy.length, approvedBy.length > 0);
      const said = approvedBy.length === 0 ? '' : `Approved by ${names(approvedBy)}; `;
      return `${said}${said === '' ? 'Needs' : 'needs'} the approval of ${missing}.`;
    }
    default:
      return standing satisfies never;
  }
}

/** One release of the list. `release` and `policy`: where their approvals stand; `isThere`: whether its file is. */
export type ListedRelease = {
  readonly record: ReleaseRecord;
  readonly release: ProposalView | undefined;
  readonly policy: ProposalView | undefined;
  readonly isThere: boolean;
};

/** A release in the list: a line with its state, and one with its approvals. */
export function sayListed({ record, release, policy, isThere }: ListedRelease): readonly string[] {
  const head = `${record.name}: ${sayState(record)}. Data to ${dateWords(record.lastDay)}.`;
  const lost = isThere || record.state === 'withdrawn' ? [] : ['  Its file is missing.'];
  if (record.state === 'withdrawn') return [head];
  if (record.synthetic) return [head, `  Synthetic data: ${selfApproved(record)}.`, ...lost];
  const author = release === undefined ? '' : `Made by ${nameOf(release.proposal.author)}. `;
  return [
    head,
    ...(release === undefined ? [] : [`  ${author}${sayStanding(release.standing)}`]),
    ...(policy === undefined || policy.standing.kind === 'approved'
      ? []
      : [
          `  Its policy (policy:${policy.proposal.id.slice(0, 12)}): ${sayStanding(policy.standing)}`,
        ]),
    ...lost,
  ];
}

const selfApproved = ({ liveAt }: ReleaseRecord): string =>
  liveAt === undefined ? 'it needs no approval' : 'it approved itself';

function sayState({ state, stagedAt, liveAt, endedAt, reason }: ReleaseRecord): string {
  switch (state) {
    case 'staged':
      return `staged ${timeWords(stagedAt)}`;
    case 'live':
      return `LIVE since ${timeWords(liveAt ?? stagedAt)}`;
    case 'superseded':
      return `answered from ${timeWords(liveAt ?? stagedAt)} to ${timeWords(endedAt ?? stagedAt)}`;
    case 'withdrawn':
      return `withdrawn ${timeWords(endedAt ?? stagedAt)} (${reason ?? 'no reason given'})`;
    default:
      return state satisfies never;
  }
}
