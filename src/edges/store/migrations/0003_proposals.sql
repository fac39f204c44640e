-- What needs a second person: its present content, by fingerprint, and who made that.
CREATE TABLE proposal (
  kind text NOT NULL,
  id text NOT NULL,
  fingerprint text NOT NULL,
  author text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (kind, id)
);
-- What each person said of each content.
CREATE TABLE verdict (
  kind text NOT NULL,
  id text NOT NULL,
  fingerprint text NOT NULL,
  person text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('approved', 'rejected')),
  reason text,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (kind, id, fingerprint, person),
  FOREIGN KEY (kind, id) REFERENCES proposal (kind, id)
);
