-- Weeks that are not ordinary in any of the areas, by Monday.
SELECT DISTINCT flag.week AS week, flag.kind AS kind, flag.label AS label
FROM `protected.calendar` AS flag
WHERE flag.area IN UNNEST(@areas) AND flag.week BETWEEN @from AND @until
ORDER BY week, kind, label
