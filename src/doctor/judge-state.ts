import type { AuditHead, AuditMark } from '#src/state/audit-chain.ts';
import type { MessageState } from '#src/state/message.ts';
import { failed, note, ok, type CheckResult, type Outcome } from './check.ts';

/** What was found in the state. `head`: the end of the audit; `seen`: the last entry that this machine noted apart from it. `leftFiles`: up to 20. */
export type StateFacts = {
  readonly engine: 'pglite' | 'postgres';
  readonly head: AuditHead;
  readonly seen: AuditMark | undefined;
  readonly messages: Readonly<Record<MessageState, number>>;
  readonly leftFiles: number;
};

/** How the state stands, in one line each for the database, the audit, the messages and what they left in Slack. */
export const judgeState = (facts: StateFacts): readonly CheckResult[] => [
  { name: 'database', ...judgeEngine(facts) },
  { name: 'audit', ...judgeAudit(facts) },
  { name: 'messages', ...judgeMessages(facts) },
  { name: 'files', ...judgeFiles(facts) },
];

const judgeEngine = ({ engine }: StateFacts): Outcome =>
  ok(
    engine === 'postgres'
      ? 'PostgreSQL opens; its tables are of this version.'
      : 'The embedded one opens; its tables are of this version.',
  );

function judgeAudit({ head, seen }: StateFacts): Outcome {
  if (seen !== undefined && seen.seq > head.seq)
    return failed(
      `It ends at entry ${figure(head.seq)}, but this machine noted entry ${figure(seen.seq)}: entries were cut off, or an old copy was put back.`,
      'Look in a newer backup; what is missing: npm run audit -- verify',
    );
  return ok(
    `${head.seq === 0 ? 'It has no entry yet.' : `It ends at entry ${figure(head.seq)}.`} To check all of it: npm run audit -- verify`,
  );
}

function judgeMessages({ messages }: StateFacts): Outcome {
  const { queued, claimed, posting, posted, refused, unknown } = messages;
  const said = `${figure(queued + claimed + posting)} waiting, ${figure(posted)} posted, ${figure(refused)} refused, ${figure(unknown)} unknown.`;
  return unknown === 0
    ? ok(said)
    : note(
        `${said} Of the unknown nobody can tell whether they were posted.`,
        'Each owner was told, and may look and send it again.',
      );
}

const judgeFiles = ({ leftFiles }: StateFacts): Outcome =>
  leftFiles === 0
    ? ok('No picture was left in Slack.')
    : note(
        `${leftFiles < 20 ? figure(leftFiles) : '20 or more'} left in Slack that no message shows.`,
        'The bot removes them while it runs. If they stay, look in mobility.log.',
      );

const figure = (count: number): string => count.toLocaleString('en-GB');
