-- The hidden leaves of one week and mode as an attacker sees them: those that stand as the base, and as 0 all flows
-- that the weeks around know and this week does not show.
SELECT origin, destination, CAST(MAX(published) AS DOUBLE) AS published
FROM (
  SELECT origin, destination, CASE WHEN week = $week THEN trips ELSE 0 END AS published,
    CASE WHEN week = $week AND status = 'exact' THEN 1 ELSE 0 END AS known
  FROM leaf_weekly
  WHERE mode = $mode AND week BETWEEN $first_week AND $last_week
) AS seen
GROUP BY origin, destination
HAVING MAX(known) = 0
ORDER BY origin, destination
