import type { AuditHead, AuditMark, AuditRow } from './audit-chain.ts';
import type { AuditContext } from './audit-event.ts';
import type { Claim, Message, MessageKind, MessageState, NewMessage, Waiting } from './message.ts';
import type { JudgingRefusal, Proposal, ProposalName, Standing, Verdict } from './proposal.ts';
import type { ReleaseDescription, ReleaseRecord } from './release-record.ts';

/** Deliveries that came in, each once. */
export type InboxChange = {
  /** Whether a delivery is new. False: it came before, and must not be handled again. */
  accept(key: string, audit: AuditContext): Promise<boolean>;
  /** Forgets deliveries accepted before a time: they are too old to come again. Returns how many there were. */
  forget(before: Date, audit: AuditContext): Promise<number>;
};

/** How long a worker may keep a message before another one takes it over. */
export type Hold = { readonly leaseMs: number };

/** Messages to send. All but `put`, `find`, `resend` and `dropFile` need a claim, and return false where it has passed to another worker: then stop. */
export type OutboxChange = {
  /** False: a message with that key is known already. */
  put(message: NewMessage, audit: AuditContext): Promise<boolean>;
  /** The message that has been due longest: one that waits, or one whose worker let its lease run out. */
  claim(hold: Hold, audit: AuditContext): Promise<Claim | undefined>;
  /**
   * To be called before the bytes of a file go, and once more when they are there: `file` is its ID. Also false where the lease has run out, and where an earlier file
   * is not dropped.
   */
  keepFile(claim: Claim, file: string, audit: AuditContext): Promise<boolean>;
  /** To be called right before the post. `content`: what is posted, as JSON; undefined keeps none. */
  begin(claim: Claim, content: unknown, audit: AuditContext): Promise<boolean>;
  /** `ts`: Slack's name of the post. Also true of a message that was given up as `unknown` meanwhile. */
  confirm(claim: Claim, ts: string, audit: AuditContext): Promise<boolean>;
  /** It was surely not posted, and is tried again at `due`. */
  delay(claim: Claim, due: Date, audit: AuditContext): Promise<boolean>;
  /** It was surely not posted, and never will be. `audit.reason` says why. */
  refuse(claim: Claim, audit: AuditContext): Promise<boolean>;
  /** Nobody can tell whether it was posted. */
  lose(claim: Claim, audit: AuditContext): Promise<boolean>;
  /** A message that was given up as `unknown` is seen in Slack after all. */
  find(key: string, ts: string, audit: AuditContext): Promise<boolean>;
  /** A person has a message sent again that is `unknown` or `refused`. */
  resend(key: string, audit: AuditContext): Promise<boolean>;
  /** The file of a message was deleted in Slack. False: it has another one by now. */
  dropFile(key: string, file: string, audit: AuditContext): Promise<boolean>;
};

/** What needs a second person. */
export type ProposalChange = {
  /** A proposal, which nobody judges or changes before this change has ended. */
  hold(name: ProposalName): Promise<ProposalView | undefined>;
  /** Proposes a content. The same content again changes nothing; another one lets earlier verdicts expire. */
  propose(name: ProposalName, fingerprint: string, audit: AuditContext): Promise<void>;
  /** The person who acts approves or, with a reason, rejects the content that was looked at. Returns why not, or where the proposal stands now. */
  judge(
    name: ProposalName,
    verdict: Pick<Verdict, 'fingerprint' | 'person' | 'verdict' | 'reason'>,
    audit: AuditContext,
  ): Promise<
    | { readonly kind: 'judged'; readonly standing: Standing }
    | { readonly kind: 'refused'; readonly why: JudgingRefusal }
  >;
};

/** Which release answers. Each returns false where the release is not in a state that allows it. */
export type ReleasesChange = {
  /** Enters a release, or the new content of one that is staged. */
  stage(release: ReleaseDescription, audit: AuditContext): Promise<boolean>;
  /** Makes a staged or superseded release the live one, if its content is still `fingerprint`. Approval is the caller's to check. */
  goLive(name: string, fingerprint: string, audit: AuditContext): Promise<boolean>;
  /** Ends a release. `audit.reason` says why. */
  withdraw(name: string, audit: AuditContext): Promise<boolean>;
};

/** An answer or refusal that was given, or a forged button that was pressed: it changes nothing, but is recorded. */
type AnswerChange = {
  record(
    action: 'answer.given' | 'answer.refused' | 'interaction.refused',
    subject: string,
    audit: AuditContext,
  ): Promise<void>;
};

/** All that can be changed, in one transaction. Every write takes what the audit records of it: there is none without. */
export type Change = {
  readonly inbox: InboxChange;
  readonly outbox: OutboxChange;
  readonly proposals: ProposalChange;
  readonly releases: ReleasesChange;
  readonly answers: AnswerChange;
};

export type ProposalView = {
  readonly proposal: Proposal;
  readonly verdicts: readonly Verdict[];
  readonly standing: Standing;
};

/**
 * The state. What `change` does is kept as a whole, with its audit events, or not at all; `work` may be run more than once, so it must do nothing else, and
 * wait for all that it begins. Where the connection breaks at the very end nobody can tell which of the two it was: what is done again is to be found done.
 * Throws `StoreFault`: `unreachable`, `timeout`, `busy`, `denied`, `untrusted`, `noAccess`, `diskFull`, `stopped`, `conflict`, `closed`,
 * `broken`; a change also `auditAltered`, where the end of the audit does not fit its seal, and `witness` also `badWitness`.
 */
export type Store = {
  readonly engine: 'pglite' | 'postgres';
  change<T>(work: (change: Change) => Promise<T>): Promise<T>;
  readonly messages: {
    find(key: string): Promise<Message | undefined>;
    count(): Promise<Readonly<Record<MessageState, number>>>;
    /** Answers that have not been begun. */
    waiting(of: { readonly owner: string; readonly channel: string }): Promise<Waiting>;
    /** The message that was posted there. `ts`: Slack's name of the post. */
    postedAt(channel: string, ts: string): Promise<Message | undefined>;
    /** The answer that was posted last in a thread: under `ts`, or where none is, that message itself. */
    lastIn(channel: string, ts: string): Promise<Message | undefined>;
    /** Posted messages of a kind, put after a time, newest first, at most `limit`. */
    posted(kind: MessageKind, after: Date, limit: number): Promise<readonly Message[]>;
    /** Messages whose file is still in Slack, and that will never be posted, or of which nobody could tell before `lostBefore` whether they were. */
    leftFiles(lostBefore: Date, limit: number): Promise<readonly Message[]>;
  };
  readonly proposals: { find(name: ProposalName): Promise<ProposalView | undefined> };
  readonly releases: {
    /** Newest first. */
    list(): Promise<readonly ReleaseRecord[]>;
    live(): Promise<ReleaseRecord | undefined>;
  };
  readonly audit: {
    /** Rows after `seq`, oldest first, at most `limit`. */
    rows(after: number, limit: number): Promise<readonly AuditRow[]>;
    head(): Promise<AuditHead>;
    /** The last mark that this machine saw, kept apart from the store: undefined where none is kept. */
    witness(): Promise<AuditMark | undefined>;
  };
  close(): Promise<void>;
};

/** Time, as an argument. */
export type Clock = () => Date;
