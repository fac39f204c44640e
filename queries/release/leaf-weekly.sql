-- The raw leaf cube by index, one row per key. Where a key recurs, the largest count is a lower bound of the distinct devices.
-- What is not known of the largest devices is taken to be all: known_contribution has one row per key or none.
SELECT
  week_index.position AS week,
  origin_index.position AS origin,
  destination_index.position AS destination,
  mode_index.position AS mode,
  CAST(SUM(trips) AS DOUBLE) AS trips,
  CAST(MAX(devices) AS DOUBLE) AS devices,
  CAST(coalesce(MAX(known_contribution.largest), SUM(trips)) AS DOUBLE) AS largest,
  CAST(coalesce(MAX(known_contribution.second), 0) AS DOUBLE) AS second
FROM trips_weekly
JOIN week_index ON week_index.code = trips_weekly.week
JOIN area_index AS origin_index ON origin_index.code = trips_weekly.origin
JOIN area_index AS destination_index ON destination_index.code = trips_weekly.destination
JOIN mode_index ON mode_index.code = trips_weekly.mode
LEFT JOIN known_contribution USING (week, origin, destination, mode)
WHERE trips > 0
GROUP BY 1, 2, 3, 4
