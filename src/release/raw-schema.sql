-- The privileged data set: what the generator or an import writes, and only the release job reads.
CREATE TABLE dataset (
  name VARCHAR NOT NULL,               -- short, a–z 0–9 and '-': 'uk-demo'
  title VARCHAR NOT NULL,              -- 'Synthetic demonstration data'
  source VARCHAR NOT NULL,             -- a line for chart footers, without the release
  synthetic BOOLEAN NOT NULL,
  devices_counted BOOLEAN NOT NULL,    -- false: devices are trips ÷ trips_per_person, rounded down
  trips_per_person INTEGER,            -- k, where devices were not counted
  base BIGINT,                         -- b of the measure; NULL: derived by docs/policy.md paragraph 6
  fingerprint VARCHAR NOT NULL         -- of trips_weekly and trips_daily, 32 hex digits
);
CREATE TABLE area (code VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, level VARCHAR NOT NULL, parent VARCHAR);
CREATE TABLE area_alias (alias VARCHAR NOT NULL, code VARCHAR NOT NULL);
-- mode values; a data set without modes has the one value 'all'
CREATE TABLE mode (value VARCHAR PRIMARY KEY, label VARCHAR NOT NULL, sort INTEGER NOT NULL);
CREATE TABLE event (
  slug VARCHAR NOT NULL, area VARCHAR NOT NULL, date DATE NOT NULL, kind VARCHAR NOT NULL,
  clause VARCHAR NOT NULL, label VARCHAR NOT NULL, source VARCHAR NOT NULL, url VARCHAR NOT NULL,
  confidence VARCHAR NOT NULL          -- only 'high' rows are released
);
-- days that make a week not ordinary; kind: bankHoliday | schoolHoliday | christmas | fault
CREATE TABLE holiday (area VARCHAR NOT NULL, date_from DATE NOT NULL, date_to DATE NOT NULL, kind VARCHAR NOT NULL, label VARCHAR NOT NULL);
-- every trip is in exactly one row; origin and destination are area codes, or 'elsewhere:<code>' for the rest of an area
CREATE TABLE trips_weekly (week DATE NOT NULL, origin VARCHAR NOT NULL, destination VARCHAR NOT NULL, mode VARCHAR NOT NULL, trips BIGINT NOT NULL, devices BIGINT NOT NULL);
-- where the source knows it, of each row of trips_weekly: the trips of the device with the most and of the one with the second most; else empty.
-- Of days summed to a week, the sums of both: no device makes more than its days' largest
CREATE TABLE contribution (week DATE NOT NULL, origin VARCHAR NOT NULL, destination VARCHAR NOT NULL, mode VARCHAR NOT NULL, largest BIGINT NOT NULL, second BIGINT NOT NULL);
-- trips that end in a leaf area, all modes; adds up to trips_weekly; may be empty
CREATE TABLE trips_daily (date DATE NOT NULL, destination VARCHAR NOT NULL, trips BIGINT NOT NULL, devices BIGINT NOT NULL);
