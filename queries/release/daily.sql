-- The raw days by index: day counts from the first week's Monday. Where a key recurs, the largest count is a lower bound.
SELECT
  CAST(date_diff('day', CAST($first_day AS DATE), date) AS INTEGER) AS day,
  area_index.position AS destination,
  CAST(SUM(trips) AS DOUBLE) AS trips,
  CAST(MAX(devices) AS DOUBLE) AS devices
FROM trips_daily
JOIN area_index ON area_index.code = trips_daily.destination
WHERE trips > 0 AND date BETWEEN CAST($first_day AS DATE) AND CAST($last_day AS DATE)
GROUP BY 1, 2
ORDER BY destination, day
