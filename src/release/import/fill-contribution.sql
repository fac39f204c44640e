-- Of each weekly row, what its largest devices contribute at most. No device makes more in a week than the largest of each of its days.
INSERT INTO contribution
SELECT CAST(date_trunc('week', date) AS DATE) AS week, origin, destination, mode, SUM(largest), SUM(second)
FROM judged_trips
WHERE trips > 0 AND date BETWEEN CAST($first_day AS DATE) AND CAST($last_day AS DATE)
GROUP BY week, origin, destination, mode
ORDER BY destination, mode, origin, week;
