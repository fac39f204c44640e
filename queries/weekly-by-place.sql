-- Trips that end in each place, those within it included, a place and a week at a time. What ends in two of the places counts in both.
WITH lies AS (
  SELECT DISTINCT inside.ancestor AS code, inside.descendant AS descendant
  FROM `protected.area_closure` AS inside
  WHERE inside.ancestor IN UNNEST(@places)
)
SELECT
  lies.code AS place,
  leaf.week AS week,
  SUM(leaf.trips) AS trips,
  COUNT(*) AS leaves
FROM `protected.leaf_weekly` AS leaf
JOIN lies ON lies.descendant = leaf.destination
WHERE leaf.mode IN UNNEST(@modes)
  AND leaf.week BETWEEN @from AND @until
GROUP BY lies.code, leaf.week
ORDER BY place, week
