-- A protected release: the only thing the bot may read. Nothing in it is truer than what protect() published.
CREATE TABLE release (
  release_id VARCHAR NOT NULL, dataset VARCHAR NOT NULL, source VARCHAR NOT NULL, synthetic BOOLEAN NOT NULL,
  first_day DATE NOT NULL, last_day DATE NOT NULL, mechanism VARCHAR NOT NULL, policy_hash VARCHAR NOT NULL, policy VARCHAR NOT NULL,
  key_id VARCHAR NOT NULL, threshold BIGINT NOT NULL, base BIGINT NOT NULL, rounding BIGINT NOT NULL, fingerprint VARCHAR NOT NULL
);
-- level 'elsewhere': the rest of its parent (code 'elsewhere:<parent>')
CREATE TABLE area (code VARCHAR NOT NULL, name VARCHAR NOT NULL, level VARCHAR NOT NULL, parent VARCHAR);
CREATE TABLE area_alias (alias VARCHAR NOT NULL, code VARCHAR NOT NULL);
-- every area with itself and all it lies in
CREATE TABLE area_closure (ancestor VARCHAR NOT NULL, descendant VARCHAR NOT NULL);
CREATE TABLE mode (value VARCHAR NOT NULL, label VARCHAR NOT NULL, sort BIGINT NOT NULL);
CREATE TABLE event (slug VARCHAR NOT NULL, area VARCHAR NOT NULL, date DATE NOT NULL, kind VARCHAR NOT NULL, clause VARCHAR NOT NULL, label VARCHAR NOT NULL, source VARCHAR NOT NULL, url VARCHAR NOT NULL);
-- weeks that are not ordinary, for the area named and all below it; week is a Monday
CREATE TABLE calendar (area VARCHAR NOT NULL, week DATE NOT NULL, kind VARCHAR NOT NULL, label VARCHAR NOT NULL);
-- one row per published leaf; status 'exact' or 'sensitive' (then trips = base: the draws that came out 0 have no row)
CREATE TABLE leaf_weekly (week DATE NOT NULL, origin VARCHAR NOT NULL, destination VARCHAR NOT NULL, mode VARCHAR NOT NULL, trips BIGINT NOT NULL, status VARCHAR NOT NULL);
-- linked to leaf_weekly: a destination's seven days add up to its protected week
CREATE TABLE daily (date DATE NOT NULL, destination VARCHAR NOT NULL, trips BIGINT NOT NULL, status VARCHAR NOT NULL);
-- E: the proved bound of |published − true| of one week's total of one place, with all that lies in it, and mode, in trips
CREATE TABLE error_bound (destination VARCHAR NOT NULL, mode VARCHAR NOT NULL, bound BIGINT NOT NULL);
-- how the release was checked before it went live: public, by name
CREATE TABLE report (name VARCHAR NOT NULL, value VARCHAR NOT NULL);
