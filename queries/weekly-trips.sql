-- Trips from any of the origins to any of the destinations, a week at a time; '*' is anywhere. An area counts once, however many of those asked for it lies in.
SELECT
  leaf.week AS week,
  SUM(leaf.trips) AS trips,
  SUM(IF(leaf.status = 'sensitive', leaf.trips, 0)) AS withheld,
  COUNT(*) AS leaves
FROM `protected.leaf_weekly` AS leaf
WHERE leaf.origin IN (
    SELECT inside.descendant
    FROM `protected.area_closure` AS inside
    WHERE inside.ancestor IN UNNEST(@origins) OR '*' IN UNNEST(@origins)
  )
  AND leaf.destination IN (
    SELECT inside.descendant
    FROM `protected.area_closure` AS inside
    WHERE inside.ancestor IN UNNEST(@destinations) OR '*' IN UNNEST(@destinations)
  )
  AND leaf.mode IN UNNEST(@modes)
  AND leaf.week BETWEEN @from AND @until
GROUP BY leaf.week
ORDER BY week
