-- What anybody reads in a release: every published leaf, by index.
SELECT
  week_index.position AS week,
  origin_index.position AS origin,
  destination_index.position AS destination,
  mode_index.position AS mode,
  CAST(trips AS DOUBLE) AS trips,
  CASE WHEN status = 'sensitive' THEN 1 ELSE 0 END AS sensitive
FROM leaf_weekly
JOIN week_index ON week_index.code = leaf_weekly.week
JOIN area_index AS origin_index ON origin_index.code = leaf_weekly.origin
JOIN area_index AS destination_index ON destination_index.code = leaf_weekly.destination
JOIN mode_index ON mode_index.code = leaf_weekly.mode
