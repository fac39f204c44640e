-- Trips from each origin to each destination in a period; '*' among the destinations, or among the origins, stands for anywhere as one more of them.
WITH start AS (
  SELECT DISTINCT inside.ancestor AS code, inside.descendant AS descendant
  FROM `protected.area_closure` AS inside
  WHERE inside.ancestor IN UNNEST(@origins)
  UNION ALL
  SELECT DISTINCT '*' AS code, inside.descendant AS descendant
  FROM `protected.area_closure` AS inside
  WHERE '*' IN UNNEST(@origins)
),
finish AS (
  SELECT DISTINCT inside.ancestor AS code, inside.descendant AS descendant
  FROM `protected.area_closure` AS inside
  WHERE inside.ancestor IN UNNEST(@destinations)
  UNION ALL
  SELECT DISTINCT '*' AS code, inside.descendant AS descendant
  FROM `protected.area_closure` AS inside
  WHERE '*' IN UNNEST(@destinations)
)
SELECT
  start.code AS origin,
  finish.code AS destination,
  SUM(leaf.trips) AS trips,
  COUNT(*) AS leaves
FROM `protected.leaf_weekly` AS leaf
JOIN start ON start.descendant = leaf.origin
JOIN finish ON finish.descendant = leaf.destination
WHERE leaf.mode IN UNNEST(@modes)
  AND leaf.week BETWEEN @from AND @until
GROUP BY start.code, finish.code
ORDER BY origin, destination
