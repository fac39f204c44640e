-- What the data owners' views give (docs/data-contract.md). The types are GoogleSQL's; NOT NULL says where NULL breaks the contract.
-- One row per trip, of complete weeks alone. Read in BigQuery by the release job, and never copied out of it.
CREATE TABLE trip (
  trip_id STRING,               -- where the source has one
  device STRING NOT NULL,       -- a pseudonym, the same at least from Monday to Sunday
  date DATE NOT NULL,           -- the local day on which the trip starts
  origin STRING NOT NULL,       -- an area without areas below it, or 'elsewhere:<code>' for the rest of an area
  destination STRING NOT NULL,  -- an area without areas below it
  mode STRING NOT NULL
);
CREATE TABLE area (code STRING NOT NULL, name STRING NOT NULL, level STRING NOT NULL, parent STRING);
CREATE TABLE area_alias (alias STRING NOT NULL, code STRING NOT NULL);
CREATE TABLE mode (value STRING NOT NULL, label STRING NOT NULL, sort INT64 NOT NULL);
CREATE TABLE event (
  slug STRING NOT NULL, area STRING NOT NULL, date DATE NOT NULL, kind STRING NOT NULL,
  clause STRING NOT NULL, label STRING NOT NULL, source STRING NOT NULL, url STRING NOT NULL,
  confidence STRING NOT NULL    -- 'high' | 'medium' | 'low'
);
-- kind: bankHoliday | schoolHoliday | christmas | fault
CREATE TABLE holiday (area STRING NOT NULL, date_from DATE NOT NULL, date_to DATE NOT NULL, kind STRING NOT NULL, label STRING NOT NULL);
-- One row per load, never changed: weeks are named by their Monday.
CREATE TABLE status (revision INT64 NOT NULL, loaded_on DATE NOT NULL, first_week DATE NOT NULL, latest_week DATE NOT NULL);
