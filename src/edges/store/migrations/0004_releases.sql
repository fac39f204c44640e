-- Every release there was. At most one is live.
CREATE TABLE release (
  name text PRIMARY KEY,
  release_id text NOT NULL,
  dataset text NOT NULL,
  last_day text NOT NULL,
  policy_hash text NOT NULL,
  synthetic boolean NOT NULL,
  fingerprint text NOT NULL,
  state text NOT NULL CHECK (state IN ('staged', 'live', 'superseded', 'withdrawn')),
  staged_at timestamptz NOT NULL,
  live_at timestamptz,
  ended_at timestamptz,
  reason text
);
CREATE UNIQUE INDEX release_one_live ON release (state) WHERE state = 'live';
