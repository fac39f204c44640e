-- Deliveries that were accepted.
CREATE TABLE inbox (
  key text PRIMARY KEY,
  accepted_at timestamptz NOT NULL
);
-- Messages to send, one row each. lease names the hold of the worker that has it until lease_until.
CREATE TABLE outbox (
  key text PRIMARY KEY,
  kind text NOT NULL,
  channel text NOT NULL,
  owner text NOT NULL,
  body text NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'claimed', 'posting', 'posted', 'refused', 'unknown')),
  due timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease text,
  lease_until timestamptz,
  ts text,
  reason text,
  put_at timestamptz NOT NULL,
  settled_at timestamptz
);
CREATE INDEX outbox_open ON outbox (due) WHERE state IN ('queued', 'claimed', 'posting');
