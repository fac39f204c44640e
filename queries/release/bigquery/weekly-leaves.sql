-- The raw leaves, from row-level trips: of the whole weeks, Monday to Sunday, that lie within @from and @until.
-- Trips without a device count as trips and not as a device; in largest and second they are taken to be of one device.
-- A key that is NULL becomes '', which no list of areas or modes holds: such rows are refused, and not lost.
WITH travelled AS (
  SELECT
    DATE_TRUNC(trip.date, ISOWEEK) AS week,
    COALESCE(trip.origin, '') AS origin,
    COALESCE(trip.destination, '') AS destination,
    COALESCE(trip.mode, '') AS mode,
    NULLIF(trip.device, '') AS device
  FROM `source.trip` AS trip
  WHERE trip.date BETWEEN @from AND @until
),
device_leaf AS (
  SELECT
    travelled.week AS week,
    travelled.origin AS origin,
    travelled.destination AS destination,
    travelled.mode AS mode,
    travelled.device AS device,
    COUNT(*) AS made
  FROM travelled
  WHERE travelled.week >= @from AND DATE_ADD(travelled.week, INTERVAL 6 DAY) <= @until
  GROUP BY travelled.week, travelled.origin, travelled.destination, travelled.mode, travelled.device
),
leaf AS (
  SELECT
    device_leaf.week AS week,
    device_leaf.origin AS origin,
    device_leaf.destination AS destination,
    device_leaf.mode AS mode,
    SUM(device_leaf.made) AS trips,
    COUNT(device_leaf.device) AS devices,
    MAX(device_leaf.made) AS largest
  FROM device_leaf
  GROUP BY device_leaf.week, device_leaf.origin, device_leaf.destination, device_leaf.mode
)
SELECT
  leaf.week AS week,
  leaf.origin AS origin,
  leaf.destination AS destination,
  leaf.mode AS mode,
  leaf.trips AS trips,
  leaf.devices AS devices,
  leaf.largest AS largest,
  -- Two devices that tie make as much as each other.
  CASE
    WHEN COUNTIF(device_leaf.made = leaf.largest) > 1 THEN leaf.largest
    ELSE COALESCE(MAX(CASE WHEN device_leaf.made < leaf.largest THEN device_leaf.made END), 0)
  END AS second
FROM leaf
JOIN device_leaf
  ON device_leaf.week = leaf.week
  AND device_leaf.origin = leaf.origin
  AND device_leaf.destination = leaf.destination
  AND device_leaf.mode = leaf.mode
GROUP BY leaf.week, leaf.origin, leaf.destination, leaf.mode, leaf.trips, leaf.devices, leaf.largest
ORDER BY destination, week, mode, origin, trips, devices, largest
