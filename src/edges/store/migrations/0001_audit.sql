-- The audit: append-only. event is sealed as it is, so it is text; seal covers this row and all before it.
CREATE TABLE audit (
  seq bigint PRIMARY KEY,
  event text NOT NULL,
  seal text NOT NULL
);
-- One row: the end of the audit, locked by whoever appends.
CREATE TABLE audit_head (
  sole boolean PRIMARY KEY DEFAULT true CHECK (sole),
  seq bigint NOT NULL,
  seal text NOT NULL,
  head_seal text NOT NULL
);
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is append-only';
END
$$;
CREATE TRIGGER audit_rows_stay BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_stays BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_head_stays BEFORE DELETE OR TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
