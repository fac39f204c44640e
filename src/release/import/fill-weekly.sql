-- From judged_trips by week. Devices that were not counted are trips over the most that one person makes, rounded down.
INSERT INTO trips_weekly
SELECT date, origin, destination, mode, trips, CASE WHEN $has_devices THEN devices ELSE trips // $most END
FROM judged_trips
WHERE trips > 0
ORDER BY destination, mode, origin, date;
