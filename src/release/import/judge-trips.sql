-- Judges every staged row: the first thing wrong with it, or NULL. Needs staged_trips, known_area, known_mode.
CREATE TEMP TABLE judged_trips AS
WITH typed AS (
  SELECT
    *,
    TRY_CAST(day AS DATE) AS date,
    -- The cast alone would take 1_000.
    CASE WHEN NOT contains(trips, '_') THEN TRY_CAST(trips AS DOUBLE) END AS trip_count,
    CASE WHEN NOT contains(devices, '_') THEN TRY_CAST(devices AS DOUBLE) END AS device_count,
    CASE WHEN NOT contains(largest, '_') THEN TRY_CAST(largest AS DOUBLE) END AS largest_count,
    CASE WHEN NOT contains(second, '_') THEN TRY_CAST(second AS DOUBLE) END AS second_count
  FROM staged_trips
)
SELECT
  row,
  typed.date,
  origin,
  destination,
  CASE WHEN $has_modes THEN known_mode.value ELSE 'all' END AS mode,
  CAST(CASE WHEN trip_count BETWEEN 0 AND 1e12 THEN trip_count END AS BIGINT) AS trips,
  CAST(CASE WHEN device_count BETWEEN 0 AND 1e12 THEN device_count END AS BIGINT) AS devices,
  CAST(CASE WHEN largest_count BETWEEN 0 AND 1e12 THEN largest_count END AS BIGINT) AS largest,
  CAST(CASE WHEN second_count BETWEEN 0 AND 1e12 THEN second_count END AS BIGINT) AS second,
  CASE
    WHEN typed.day IS NULL THEN 'dayEmpty'
    WHEN typed.date IS NULL OR typed.date NOT BETWEEN DATE '1900-01-01' AND DATE '2199-12-31' THEN 'dayUnreadable'
    WHEN $is_weekly AND isodow(typed.date) <> 1 THEN 'weekNotMonday'
    WHEN origin IS NULL THEN 'originEmpty'
    WHEN origin_area.code IS NULL THEN 'originUnknown'
    WHEN NOT origin_area.leaf THEN 'originNotLeaf'
    WHEN destination IS NULL THEN 'destinationEmpty'
    WHEN destination_area.code IS NULL THEN 'destinationUnknown'
    WHEN NOT destination_area.leaf THEN 'destinationNotLeaf'
    WHEN $has_modes AND typed.mode IS NULL THEN 'modeEmpty'
    WHEN trips IS NULL THEN 'tripsEmpty'
    WHEN trip_count IS NULL OR trip_count NOT BETWEEN 0 AND 1e12 OR trip_count <> floor(trip_count) THEN 'tripsNotWhole'
    WHEN $has_devices AND devices IS NULL THEN 'devicesEmpty'
    WHEN $has_devices AND (device_count IS NULL OR device_count NOT BETWEEN 0 AND 1e12 OR device_count <> floor(device_count)) THEN 'devicesNotWhole'
    WHEN $has_devices AND device_count > trip_count THEN 'devicesAboveTrips'
    WHEN NOT $has_contributions THEN NULL
    WHEN largest IS NULL THEN 'largestEmpty'
    WHEN largest_count IS NULL OR largest_count NOT BETWEEN 0 AND 1e12 OR largest_count <> floor(largest_count) THEN 'largestNotWhole'
    WHEN second IS NULL THEN 'secondEmpty'
    WHEN second_count IS NULL OR second_count NOT BETWEEN 0 AND 1e12 OR second_count <> floor(second_count) THEN 'secondNotWhole'
    WHEN second_count > largest_count THEN 'secondAboveLargest'
    WHEN largest_count + second_count > trip_count THEN 'contributionsAboveTrips'
    WHEN second_count = 0 AND largest_count < trip_count THEN 'contributionsBelowTrips'
    WHEN NOT $has_devices THEN NULL
    -- The others make at least one trip each, and at most as many as the second.
    WHEN device_count > 1 AND second_count = 0 THEN 'secondMissing'
    WHEN largest_count + second_count + greatest(device_count - 2, 0) > trip_count THEN 'contributionsTooLarge'
    WHEN largest_count + greatest(device_count - 1, 0) * second_count < trip_count THEN 'contributionsTooSmall'
  END AS fault
FROM typed
LEFT JOIN known_area AS origin_area ON origin_area.code = typed.origin
LEFT JOIN known_area AS destination_area ON destination_area.code = typed.destination
LEFT JOIN known_mode ON known_mode.text = typed.mode;
