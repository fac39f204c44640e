-- How far one week's total can be from the truth: errors of different columns may add up, so their bounds do.
SELECT
  COALESCE(SUM(error.bound), 0) AS bound,
  COUNT(*) AS columns
FROM `protected.error_bound` AS error
WHERE error.destination IN (
    SELECT inside.descendant
    FROM `protected.area_closure` AS inside
    WHERE inside.ancestor IN UNNEST(@destinations)
  )
  AND error.mode IN UNNEST(@modes)
