-- Flows of some weeks, each with how often it stands as the base and how often it is exact.
SELECT
  origin_index.position AS origin,
  destination_index.position AS destination,
  mode_index.position AS mode,
  CAST(SUM(CASE WHEN status = 'sensitive' THEN 1 ELSE 0 END) AS DOUBLE) AS high,
  CAST(SUM(CASE WHEN status = 'exact' THEN 1 ELSE 0 END) AS DOUBLE) AS exact
FROM leaf_weekly
JOIN area_index AS origin_index ON origin_index.code = leaf_weekly.origin
JOIN area_index AS destination_index ON destination_index.code = leaf_weekly.destination
JOIN mode_index ON mode_index.code = leaf_weekly.mode
WHERE week BETWEEN $first_week AND $last_week
GROUP BY 1, 2, 3
