-- The trips, week by week: how many of the complete weeks break each rule.
WITH period AS (
  SELECT MAX(load.first_week) AS first_week, MAX(load.latest_week) AS latest_week
  FROM `source.status` AS load
  WHERE load.revision = (SELECT MAX(newest.revision) AS revision FROM `source.status` AS newest)
),
seen AS (
  SELECT DATE_TRUNC(trip.date, ISOWEEK) AS week, trip.device AS device, trip.date AS date
  FROM `source.trip` AS trip
  CROSS JOIN period
  WHERE trip.date BETWEEN period.first_week AND DATE_ADD(period.latest_week, INTERVAL 6 DAY)
),
device_week AS (
  SELECT seen.week AS week, seen.device AS device, COUNT(DISTINCT seen.date) AS days
  FROM seen
  GROUP BY seen.week, seen.device
),
stable AS (
  SELECT device_week.week AS week, COUNT(*) AS devices, COUNTIF(device_week.days > 1) AS again
  FROM device_week
  GROUP BY device_week.week
),
week_of AS (
  SELECT seen.week AS week, COUNT(DISTINCT seen.date) AS days
  FROM seen
  GROUP BY seen.week
)
SELECT
  'a complete week without trips' AS rule,
  CASE WHEN due.weeks > filled.weeks THEN due.weeks - filled.weeks ELSE 0 END AS broken
FROM (SELECT DATE_DIFF(period.latest_week, period.first_week, ISOWEEK) + 1 AS weeks FROM period) AS due
CROSS JOIN (SELECT COUNT(*) AS weeks FROM week_of) AS filled
UNION ALL
SELECT 'a week with trips on fewer than 6 days' AS rule, COUNTIF(week_of.days < 6) AS broken FROM week_of
UNION ALL
-- What is left of a week where the pseudonyms change every day. Of fewer than 100 devices nothing can be said.
SELECT
  'a week in which hardly any device is seen on two days' AS rule,
  COUNTIF(stable.devices >= 100 AND stable.again * 20 < stable.devices) AS broken
FROM stable
ORDER BY rule, broken
