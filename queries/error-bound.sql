-- How far one week's total can be from the truth. A place's bound is of all that lies in it; errors of different places and modes may add up, so their bounds do.
SELECT
  COALESCE(SUM(error.bound), 0) AS bound,
  COUNT(*) AS columns
FROM `protected.error_bound` AS error
WHERE error.destination IN UNNEST(@destinations)
  AND error.mode IN UNNEST(@modes)
