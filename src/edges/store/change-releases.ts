import type { ReleasesChange } from '#src/state/store.ts';
import type { Recorder } from './recorder.ts';

/** The releases' part of a transaction. */
export function changeReleases({ sql, now, record }: Recorder): ReleasesChange {
  return {
    stage: async (release, audit) => {
      const entry = { ...audit, release: release.releaseId, content: release.fingerprint };
      const values = [
        release.name,
        release.releaseId,
        release.dataset,
        release.lastDay,
        release.policyHash,
        release.synthetic,
        release.fingerprint,
        now,
      ];
      const entered = await sql.query(
        `INSERT INTO release (name, release_id, dataset, last_day, policy_hash, synthetic, fingerprint, state, staged_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, 'staged', $8) ON CONFLICT DO NOTHING RETURNING name`,
        values,
      );
      if (entered.length > 0) {
        record('release.staged', release.name, entry);
        return true;
      }
      const changed = await sql.query(
        `UPDATE release SET release_id = $2, dataset = $3, last_day = $4, policy_hash = $5, synthetic = $6, fingerprint = $7, staged_at = $8
          WHERE name = $1 AND state = 'staged' AND fingerprint <> $7 RETURNING name`,
        values,
      );
      if (changed.length > 0) record('release.changed', release.name, entry);
      return changed.length > 0;
    },
    goLive: async (name, fingerprint, audit) => {
      // In one order for everybody, so that two who make a release live wait for each other.
      await sql.query('SELECT name FROM release ORDER BY name FOR UPDATE');
      const ready = await sql.query(
        `SELECT name FROM release WHERE name = $1 AND fingerprint = $2 AND state IN ('staged', 'superseded')`,
        [name, fingerprint],
      );
      if (ready.length === 0) return false;
      const ended = await sql.query(
        `UPDATE release SET state = 'superseded', ended_at = $1 WHERE state = 'live' RETURNING name, release_id`,
        [now],
      );
      // Why the next one goes live is no reason of this one.
      const { reason: _, ...who } = audit;
      for (const row of ended)
        record('release.superseded', String(row['name']), {
          ...who,
          release: String(row['release_id']),
        });
      await sql.query(
        `UPDATE release SET state = 'live', live_at = $2, ended_at = NULL WHERE name = $1`,
        [name, now],
      );
      record('release.live', name, { ...audit, content: fingerprint });
      return true;
    },
    withdraw: async (name, audit) => {
      const ended = await sql.query(
        `UPDATE release SET state = 'withdrawn', ended_at = $2, reason = $3 WHERE name = $1 AND state <> 'withdrawn' RETURNING name`,
        [name, now, audit.reason ?? null],
      );
      if (ended.length > 0) record('release.withdrawn', name, audit);
      return ended.length > 0;
    },
  };
}
