-- The trips, row by row: how many break each rule. A row counts under the first rule that it breaks.
WITH inner_area AS (
  SELECT DISTINCT area.parent AS code
  FROM `source.area` AS area
  WHERE area.parent IS NOT NULL
),
place AS (
  SELECT DISTINCT area.code AS code, inner_area.code IS NULL AS bottom
  FROM `source.area` AS area
  LEFT JOIN inner_area ON inner_area.code = area.code
  WHERE NOT STARTS_WITH(area.code, 'elsewhere:')
),
start AS (
  SELECT place.code AS code, place.bottom AS bottom FROM place
  UNION ALL
  SELECT 'elsewhere:' || place.code AS code, TRUE AS bottom FROM place WHERE NOT place.bottom
),
way AS (
  SELECT DISTINCT mode.value AS value FROM `source.mode` AS mode
),
period AS (
  SELECT MAX(load.first_week) AS first_day, DATE_ADD(MAX(load.latest_week), INTERVAL 6 DAY) AS last_day
  FROM `source.status` AS load
  WHERE load.revision = (SELECT MAX(newest.revision) AS revision FROM `source.status` AS newest)
),
judged AS (
  SELECT
    CASE
      WHEN trip.date IS NULL THEN 'a trip without a date'
      WHEN trip.device IS NULL OR NOT REGEXP_CONTAINS(trip.device, r'[^\s]') THEN 'a trip without a device'
      WHEN REGEXP_CONTAINS(trip.device, r'^[+]|[@:]') THEN 'a device that looks like a number or an address'
      WHEN trip.origin IS NULL THEN 'a trip without an origin'
      WHEN start.code IS NULL THEN 'an origin that is not listed'
      WHEN NOT start.bottom THEN 'an origin that has areas below it'
      WHEN trip.destination IS NULL THEN 'a trip without a destination'
      WHEN finish.code IS NULL THEN 'a destination that is not listed'
      WHEN NOT finish.bottom THEN 'a destination that has areas below it'
      WHEN trip.mode IS NULL THEN 'a trip without a mode'
      WHEN way.value IS NULL THEN 'a mode that is not listed'
      WHEN trip.date > @today THEN 'a trip in the future'
      WHEN trip.date NOT BETWEEN period.first_day AND period.last_day THEN 'a trip outside the complete weeks'
    END AS fault
  FROM `source.trip` AS trip
  CROSS JOIN period
  LEFT JOIN start ON start.code = trip.origin
  LEFT JOIN place AS finish ON finish.code = trip.destination
  LEFT JOIN way ON way.value = trip.mode
),
repeated AS (
  SELECT trip.trip_id AS trip_id
  FROM `source.trip` AS trip
  WHERE trip.trip_id IS NOT NULL
  GROUP BY trip.trip_id
  HAVING COUNT(*) > 1
),
found AS (
  SELECT judged.fault AS fault, COUNT(*) AS broken
  FROM judged
  GROUP BY judged.fault
  UNION ALL
  SELECT 'a trip id that occurs twice' AS fault, COUNT(*) AS broken FROM repeated
),
named AS (
  SELECT 'a trip without a date' AS name
  UNION ALL SELECT 'a trip without a device' AS name
  UNION ALL SELECT 'a device that looks like a number or an address' AS name
  UNION ALL SELECT 'a trip without an origin' AS name
  UNION ALL SELECT 'an origin that is not listed' AS name
  UNION ALL SELECT 'an origin that has areas below it' AS name
  UNION ALL SELECT 'a trip without a destination' AS name
  UNION ALL SELECT 'a destination that is not listed' AS name
  UNION ALL SELECT 'a destination that has areas below it' AS name
  UNION ALL SELECT 'a trip without a mode' AS name
  UNION ALL SELECT 'a mode that is not listed' AS name
  UNION ALL SELECT 'a trip in the future' AS name
  UNION ALL SELECT 'a trip outside the complete weeks' AS name
  UNION ALL SELECT 'a trip id that occurs twice' AS name
)
SELECT named.name AS rule, COALESCE(found.broken, 0) AS broken
FROM named
LEFT JOIN found ON found.fault = named.name
ORDER BY rule, broken
