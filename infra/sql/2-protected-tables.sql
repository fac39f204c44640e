-- The protected tables. A release is one partition of every table: loaded once, never changed.
CREATE TABLE `mobility_protected.release` (
  release_number INT64 NOT NULL,
  release_id STRING NOT NULL,
  dataset STRING NOT NULL,
  source STRING NOT NULL,
  synthetic BOOL NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  mechanism STRING NOT NULL,
  policy_hash STRING NOT NULL,
  policy STRING NOT NULL,
  key_id STRING NOT NULL,
  threshold INT64 NOT NULL,
  base INT64 NOT NULL,
  rounding INT64 NOT NULL,
  fingerprint STRING NOT NULL
)
PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1))
OPTIONS (
  require_partition_filter = TRUE,
  description = 'What the release is: one row.'
);

CREATE TABLE `mobility_protected.area` (
  release_number INT64 NOT NULL,
  code STRING NOT NULL,
  name STRING NOT NULL,
  level STRING NOT NULL,
  parent STRING
)
PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1))
OPTIONS (
  require_partition_filter = TRUE,
  description = 'The areas, each with the one that it lies in.'
);

CREATE TABLE `mobility_protected.area_alias` (
  release_number INT64 NOT NULL,
  alias STRING NOT NULL,
  code STRING NOT NULL
)
PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1))
OPTIONS (
  require_partition_filter = TRUE,
  description = 'Other names of areas.'
);

CREATE TABLE `mobility_protected.area_closure` (
  release_number INT64 NOT NULL,
  ancestor STRING NOT NULL,
  descendant STRING NOT NULL
)
PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1))
OPTIONS (
  require_partition_filter = TRUE,
  description = 'Every area with itself and all it lies in.'
);

CREATE TABLE `mobility_protected.mode` (
  release_number INT64 NOT NULL,
  value STRING NOT NULL,
  label STRING NOT NULL,
  sort INT64 NOT NULL
)
PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1))
OPTIONS (
  require_partition_filter = TRUE,
  description = 'The modes of travel.'
);

CREATE TABLE `mobility_protected.event` (
  release_number INT64 NOT NULL,
  slug STRING NOT NULL,
  area STRING NOT NULL,
  date DATE NOT NULL,
  kind STRING NOT NULL,
  clause STRING NOT NULL,
  label STRING NOT NULL,
  source STRING NOT NULL,
  url STRING NOT NULL
)
PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1))
OPTIONS (
  require_partition_filter = TRUE,
  description = 'Governed events: dates that may be named.'
);

CREATE TABLE `mobility_protected.calendar` (
  release_number INT64 NOT NULL,
  area STRING NOT NULL,
  week DATE NOT NULL,
  kind STRING NOT NULL,
  label STRING NOT NULL
)
PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1))
OPTIONS (
  require_partition_filter = TRUE,
  description = 'Weeks that are not ordinary, for the area named and all below it.'
);

CREATE TABLE `mobility_protected.leaf_weekly` (
  release_number INT64 NOT NULL,
  week DATE NOT NULL,
  origin STRING NOT NULL,
  destination STRING NOT NULL,
  mode STRING NOT NULL,
  trips INT64 NOT NULL,
  status STRING NOT NULL
)
PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1))
CLUSTER BY week, destination
OPTIONS (
  require_partition_filter = TRUE,
  description = 'Published trips of one week between two areas by one mode. Only what is published has a row.'
);

CREATE TABLE `mobility_protected.daily` (
  release_number INT64 NOT NULL,
  date DATE NOT NULL,
  destination STRING NOT NULL,
  trips INT64 NOT NULL,
  status STRING NOT NULL
)
PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1))
CLUSTER BY date, destination
OPTIONS (
  require_partition_filter = TRUE,
  description = 'Published trips of one day that end in an area. Its seven days add up to its protected week.'
);

CREATE TABLE `mobility_protected.error_bound` (
  release_number INT64 NOT NULL,
  destination STRING NOT NULL,
  mode STRING NOT NULL,
  bound INT64 NOT NULL
)
PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1))
OPTIONS (
  require_partition_filter = TRUE,
  description = 'The proved bound of the error of one week of one place and mode, in trips.'
);

CREATE TABLE `mobility_protected.report` (
  release_number INT64 NOT NULL,
  name STRING NOT NULL,
  value STRING NOT NULL
)
PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1))
OPTIONS (
  require_partition_filter = TRUE,
  description = 'How the release was checked before it went live.'
);

-- The newest row says which release is live. Its rows are few, so it has no partitions.
CREATE TABLE `mobility_protected.data_status` (
  release_number INT64 NOT NULL,
  release_id STRING NOT NULL,
  made_live_at TIMESTAMP NOT NULL,
  fingerprint STRING NOT NULL
)
OPTIONS (description = 'Which release is live: the newest row.');
