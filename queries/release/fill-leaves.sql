-- The published leaves from their indices, in the order in which they are asked for.
INSERT INTO leaf_weekly
SELECT
  CAST(week_index.code AS DATE),
  origin_index.code,
  destination_index.code,
  mode_index.code,
  CAST(trips AS BIGINT),
  CASE WHEN sensitive = 1 THEN 'sensitive' ELSE 'exact' END
FROM published_leaf
JOIN week_index ON week_index.position = published_leaf.week
JOIN area_index AS origin_index ON origin_index.position = published_leaf.origin
JOIN area_index AS destination_index ON destination_index.position = published_leaf.destination
JOIN mode_index ON mode_index.position = published_leaf.mode
ORDER BY destination_index.code, week_index.code, mode_index.code, origin_index.code
