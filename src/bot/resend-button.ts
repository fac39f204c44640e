import type { Button } from '#src/post.ts';
import type { Mac } from '#src/state/audit-chain.ts';
import type { Notice } from '#src/state/notice.ts';
import { seal } from './seal.ts';

/** Under the notice of a message that may or may not have been posted: its owner looks, and decides. Good in their hands alone, wherever they press it. */
export function resendButton(told: Notice, owner: string, mac: Mac): readonly Button[] {
  if (told.kind !== 'unknown') return [];
  const value = seal(
    { kind: 'resend', message: told.message.key },
    { as: 'button', channel: undefined, user: owner },
    mac,
  );
  return [{ action: 'resend', label: 'It is not there: send it again', value }];
}
