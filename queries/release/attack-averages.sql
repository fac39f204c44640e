-- Every flow that is shown at all, with a bit for each week: whether it stands as the base, and whether it is exact.
SELECT
  origin_index.position AS origin,
  destination_index.position AS destination,
  mode_index.position AS mode,
  CAST(bitstring_agg(week_index.position, 0, $last_week) FILTER (WHERE status = 'sensitive') AS VARCHAR) AS high,
  CAST(bitstring_agg(week_index.position, 0, $last_week) FILTER (WHERE status = 'exact') AS VARCHAR) AS exact
FROM leaf_weekly
JOIN week_index ON week_index.code = leaf_weekly.week
JOIN area_index AS origin_index ON origin_index.code = leaf_weekly.origin
JOIN area_index AS destination_index ON destination_index.code = leaf_weekly.destination
JOIN mode_index ON mode_index.code = leaf_weekly.mode
GROUP BY 1, 2, 3
