-- How much the raw cube must hold, to allocate it and to prove that no row was lost on the way.
SELECT count(*) AS rows, CAST(coalesce(SUM(trips), 0) AS DOUBLE) AS trips, min(week) AS first_week, max(week) AS last_week
FROM trips_weekly
WHERE trips > 0
