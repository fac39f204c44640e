-- The raw days of each destination, from row-level trips: of the same whole weeks as weekly-leaves.sql, so that they add up to them.
WITH travelled AS (
  SELECT
    DATE_TRUNC(trip.date, ISOWEEK) AS week,
    trip.date AS date,
    COALESCE(trip.destination, '') AS destination,
    NULLIF(trip.device, '') AS device
  FROM `source.trip` AS trip
  WHERE trip.date BETWEEN @from AND @until
)
SELECT
  travelled.date AS date,
  travelled.destination AS destination,
  COUNT(*) AS trips,
  COUNT(DISTINCT travelled.device) AS devices
FROM travelled
WHERE travelled.week >= @from AND DATE_ADD(travelled.week, INTERVAL 6 DAY) <= @until
GROUP BY travelled.date, travelled.destination
ORDER BY destination, date
