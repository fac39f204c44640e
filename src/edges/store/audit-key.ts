import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '#src/fault.ts';
import { keptSecret, readSecret } from '#src/edges/secret-file.ts';
import type { Mac } from '#src/state/audit-chain.ts';
import { embeddedFolder, hasEmbeddedState, type StorePlace } from './store-place.ts';

/** The hash that seals the audit: HMAC-SHA-256 under the audit's key, in hex. */
export function makeMac(key: Uint8Array): Mac {
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}

/**
 * The secret of the audit. Made once, beside a state that is made once: a new one for an old state would make all of its audit look altered.
 * Throws `ConfigFault`: `noAuditKey`, `noKey`, `weakKey`.
 */
export async function readAuditKey({
  home,
  databaseUrl,
  auditKeyFile,
}: StorePlace): Promise<Uint8Array> {
  if (auditKeyFile !== undefined) return readSecret(auditKeyFile, 'MOBILITY_AUDIT_KEY_FILE');
  // Processes that share a database share the audit's chain, and so its key.
  if (databaseUrl !== undefined)
    throw new Fault(
      'ConfigFault',
      'noAuditKey',
      'DATABASE_URL is set, so the secret of the audit must be shared too: name its file in MOBILITY_AUDIT_KEY_FILE (make one with "openssl rand -hex 32")',
    );
  const file = join(embeddedFolder(home), 'audit.key');
  if (!existsSync(file) && hasEmbeddedState(home))
    throw new Fault(
      'ConfigFault',
      'noAuditKey',
      'the secret of the audit is gone: put state/audit.key of the home folder back from its copy, or name the file in MOBILITY_AUDIT_KEY_FILE',
    );
  return keptSecret(file);
}
