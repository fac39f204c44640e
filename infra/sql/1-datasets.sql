-- Everything the protected releases need, for departments without Terraform: run the files in the order of their numbers.
-- Put your own names for mobility_protected, mobility_people, your-project and the addresses at example.org: README.md says how.
CREATE SCHEMA `mobility_protected`
OPTIONS (
  location = 'europe-west2',
  description = 'Protected releases of trips, a release a partition, and which of them is live.',
  max_time_travel_hours = 168
);

CREATE SCHEMA `mobility_people`
OPTIONS (
  location = 'europe-west2',
  description = 'Views of the live protected release. They hold no rows of their own.'
);
