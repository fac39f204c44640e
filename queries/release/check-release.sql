-- The structural gate: one row per rule, with how many rows of a written release break it.
SELECT 'a figure between 1 and the threshold' AS rule, count(*) AS broken
FROM (SELECT trips FROM leaf_weekly UNION ALL SELECT trips FROM daily) AS figure, release
WHERE figure.trips BETWEEN 1 AND threshold - 1
UNION ALL
SELECT 'a leaf of no trips or less', count(*) FROM leaf_weekly WHERE trips <= 0
UNION ALL
SELECT 'a protected leaf that is not the base', count(*) FROM leaf_weekly, release WHERE status = 'sensitive' AND trips <> base
UNION ALL
SELECT 'a protected day that is neither 0 nor the base', count(*) FROM daily, release WHERE status = 'sensitive' AND trips NOT IN (0, base)
UNION ALL
SELECT 'an unknown status', count(*)
FROM (SELECT status FROM leaf_weekly UNION ALL SELECT status FROM daily) AS figure
WHERE status NOT IN ('exact', 'sensitive')
UNION ALL
SELECT 'a leaf that occurs twice', count(*)
FROM (SELECT 1 FROM leaf_weekly GROUP BY week, origin, destination, mode HAVING count(*) > 1) AS repeated
UNION ALL
SELECT 'an area of a figure that is not listed', count(*)
FROM (SELECT origin AS code FROM leaf_weekly UNION SELECT destination FROM leaf_weekly UNION SELECT destination FROM daily) AS used
WHERE code NOT IN (SELECT code FROM area)
UNION ALL
SELECT 'a mode of a figure that is not listed', count(*)
FROM (SELECT DISTINCT mode FROM leaf_weekly) AS used
WHERE mode NOT IN (SELECT value FROM mode)
UNION ALL
SELECT 'an area that is not within itself', count(*)
FROM area
WHERE code NOT IN (SELECT descendant FROM area_closure WHERE ancestor = descendant)
UNION ALL
SELECT 'an area that is not within what its parent is within', count(*)
FROM area
JOIN area_closure AS above ON above.descendant = area.parent
WHERE NOT EXISTS (SELECT 1 FROM area_closure WHERE area_closure.ancestor = above.ancestor AND area_closure.descendant = area.code)
UNION ALL
SELECT 'a week of days that does not add up', count(*)
FROM (
  SELECT destination, CAST(date_trunc('week', date) AS DATE) AS week, SUM(trips) AS trips, count(*) AS days
  FROM daily GROUP BY 1, 2
) AS days
LEFT JOIN (SELECT destination, week, SUM(trips) AS trips FROM leaf_weekly GROUP BY 1, 2) AS weeks USING (destination, week)
WHERE weeks.trips IS NULL OR weeks.trips <> days.trips OR days.days <> 7
UNION ALL
SELECT 'a date outside the release', count(*)
FROM (SELECT week AS date FROM leaf_weekly UNION ALL SELECT date FROM daily) AS figure, release
WHERE figure.date NOT BETWEEN first_day AND last_day
UNION ALL
SELECT 'a figure without an error bound', count(*)
FROM (SELECT DISTINCT destination, mode FROM leaf_weekly) AS column_of
WHERE NOT EXISTS (SELECT 1 FROM error_bound WHERE error_bound.destination = column_of.destination AND error_bound.mode = column_of.mode)
UNION ALL
SELECT 'an error bound that is no multiple of the base', count(*) FROM error_bound, release WHERE bound < 0 OR bound % base <> 0
UNION ALL
SELECT 'an error bound that occurs twice', count(*)
FROM (SELECT 1 FROM error_bound GROUP BY destination, mode HAVING count(*) > 1) AS repeated
UNION ALL
SELECT 'an error bound of an area or mode that is not listed', count(*)
FROM error_bound
WHERE destination NOT IN (SELECT code FROM area) OR mode NOT IN (SELECT value FROM mode)
UNION ALL
SELECT 'a day that occurs twice', count(*)
FROM (SELECT 1 FROM daily GROUP BY date, destination HAVING count(*) > 1) AS repeated
UNION ALL
SELECT 'a week of days that are not shared out in whole grains', count(*)
FROM (
  SELECT count(*) AS odd
  FROM daily, release
  WHERE status = 'exact' AND trips % greatest(rounding, threshold) <> 0
  GROUP BY destination, CAST(date_trunc('week', date) AS DATE)
) AS week_of
WHERE odd > 1
