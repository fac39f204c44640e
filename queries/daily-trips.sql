-- Trips that end in any of the areas, a day at a time. An area counts once, however many of those asked for it lies in.
SELECT
  daily.date AS date,
  SUM(daily.trips) AS trips,
  SUM(IF(daily.status = 'sensitive', daily.trips, 0)) AS withheld
FROM `protected.daily` AS daily
WHERE daily.destination IN (
    SELECT inside.descendant
    FROM `protected.area_closure` AS inside
    WHERE inside.ancestor IN UNNEST(@destinations)
  )
  AND daily.date BETWEEN @from AND @until
GROUP BY daily.date
ORDER BY date
