-- Trips that end in an area, day by day. The largest count of one flow is a lower bound of the day's distinct devices.
INSERT INTO trips_daily
SELECT date, destination, SUM(trips), CASE WHEN $has_devices THEN MAX(devices) ELSE MAX(trips) // $most END
FROM judged_trips
WHERE trips > 0 AND date BETWEEN CAST($first_day AS DATE) AND CAST($last_day AS DATE)
GROUP BY date, destination
ORDER BY destination, date;
