-- Trips from any of the origins to any of the destinations, a week and a mode at a time; '*' is anywhere.
SELECT
  leaf.week AS week,
  leaf.mode AS mode,
  SUM(leaf.trips) AS trips,
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
GROUP BY leaf.week, leaf.mode
ORDER BY week, mode
