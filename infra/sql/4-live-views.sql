-- What people may query: views of the live release. release_number >= 0 is the partition filter that the tables require.
CREATE VIEW `mobility_people.live_release` AS
SELECT dataset, source, synthetic, first_day, last_day, threshold, base, rounding
FROM `mobility_protected.release`
WHERE
  release_number >= 0
  AND release_number = (
    SELECT release_number FROM `mobility_protected.data_status` ORDER BY made_live_at DESC LIMIT 1
  );

CREATE VIEW `mobility_people.live_area` AS
SELECT code, name, level, parent
FROM `mobility_protected.area`
WHERE
  release_number >= 0
  AND release_number = (
    SELECT release_number FROM `mobility_protected.data_status` ORDER BY made_live_at DESC LIMIT 1
  );

CREATE VIEW `mobility_people.live_leaf_weekly` AS
SELECT week, origin, destination, mode, trips
FROM `mobility_protected.leaf_weekly`
WHERE
  release_number >= 0
  AND release_number = (
    SELECT release_number FROM `mobility_protected.data_status` ORDER BY made_live_at DESC LIMIT 1
  )
  AND status = 'exact';

CREATE VIEW `mobility_people.live_daily` AS
SELECT date, destination, trips
FROM `mobility_protected.daily`
WHERE
  release_number >= 0
  AND release_number = (
    SELECT release_number FROM `mobility_protected.data_status` ORDER BY made_live_at DESC LIMIT 1
  )
  AND status = 'exact';
