import { userInfo } from 'node:os';
import { Fault } from '#src/fault.ts';
import { parseAccountPerson, type PersonId } from '#src/state/actor.ts';
import type { AuditContext } from '#src/state/audit-event.ts';

/** Somebody at a terminal. `audit` also names the account that they use: the terminal takes their word for who they are, and records both. */
export type TerminalPerson = { readonly person: PersonId; readonly audit: AuditContext };

/** Who sits at this terminal: as they say, else the account's name with dashes for what a name may not hold. Throws `ConfigFault` `badName`. */
export function terminalPerson(as: string | undefined): TerminalPerson {
  const account = accountName();
  const person = parseAccountPerson(as ?? fitting(account));
  if (person === undefined)
    throw new Fault(
      'ConfigFault',
      'badName',
      'that is no name: --as takes letters, digits, dots and dashes, such as --as ann.smith',
    );
  return {
    person,
    audit: {
      actor: { kind: 'person', id: person },
      channel: {
        id: `terminal:${account}`,
        audience: { kind: 'terminal', members: 1, guests: 0, isShared: false },
      },
    },
  };
}

/** "DEPT\Ann Smith" → "DEPT-Ann-Smith". */
const fitting = (account: string): string =>
  account.replaceAll(/[^\w.-]+/gu, '-').replace(/^[^a-z0-9]+/iu, '');

/** The account's name. A container may run as a number that has none. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
