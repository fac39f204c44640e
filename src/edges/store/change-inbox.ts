import type { InboxChange } from '#src/state/store.ts';
import type { Recorder } from './recorder.ts';

export function changeInbox({ sql, now, record }: Recorder): InboxChange {
  return {
    accept: async (key, audit) => {
      const accepted = await sql.query(
        'INSERT INTO inbox (key, accepted_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING key',
        [key, now],
      );
      if (accepted.length === 0) return false;
      record('delivery.accepted', key, audit);
      return true;
    },
    forget: async (before, audit) => {
      const forgotten = await sql.query('DELETE FROM inbox WHERE accepted_at < $1 RETURNING key', [
        before,
      ]);
      if (forgotten.length > 0) record('delivery.forgotten', before.toISOString(), audit);
      return forgotten.length;
    },
  };
}
