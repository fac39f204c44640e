-- From judged_trips by day, complete weeks only. The largest daily count is a lower bound of the week's distinct devices.
INSERT INTO trips_weekly
SELECT
  CAST(date_trunc('week', date) AS DATE) AS week,
  origin,
  destination,
  mode,
  SUM(trips),
  CASE WHEN $has_devices THEN MAX(devices) ELSE SUM(trips) // $most END
FROM judged_trips
WHERE trips > 0 AND date BETWEEN CAST($first_day AS DATE) AND CAST($last_day AS DATE)
GROUP BY week, origin, destination, mode
ORDER BY destination, mode, origin, week;
