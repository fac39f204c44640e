-- The loads: how many break each rule. @seen_revision: the revision that the last release took, 0 before the first.
WITH newest AS (
  SELECT MAX(load.revision) AS revision FROM `source.status` AS load
)
SELECT 'no load' AS rule, CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END AS broken FROM `source.status` AS load
UNION ALL
SELECT 'a load with an empty column' AS rule, COUNT(*) AS broken
FROM `source.status` AS load
WHERE load.revision IS NULL OR load.loaded_on IS NULL OR load.first_week IS NULL OR load.latest_week IS NULL
UNION ALL
SELECT 'a revision that occurs twice' AS rule, COUNT(*) AS broken
FROM (SELECT load.revision AS revision FROM `source.status` AS load WHERE load.revision IS NOT NULL GROUP BY load.revision HAVING COUNT(*) > 1) AS repeated
UNION ALL
SELECT 'a revision that went back' AS rule, COUNT(DISTINCT load.revision) AS broken
FROM `source.status` AS load
JOIN `source.status` AS earlier ON earlier.loaded_on < load.loaded_on AND earlier.revision > load.revision
UNION ALL
SELECT 'a revision older than the one released' AS rule, COUNTIF(newest.revision < @seen_revision) AS broken FROM newest
UNION ALL
SELECT 'a week that does not begin on a Monday' AS rule,
  COUNTIF(EXTRACT(DAYOFWEEK FROM load.first_week) <> 2 OR EXTRACT(DAYOFWEEK FROM load.latest_week) <> 2) AS broken
FROM `source.status` AS load
UNION ALL
SELECT 'a latest week before the first' AS rule, COUNTIF(load.latest_week < load.first_week) AS broken FROM `source.status` AS load
UNION ALL
SELECT 'a latest week that was not over when loaded' AS rule,
  COUNTIF(DATE_ADD(load.latest_week, INTERVAL 6 DAY) >= load.loaded_on) AS broken
FROM `source.status` AS load
UNION ALL
SELECT 'a load in the future' AS rule, COUNTIF(load.loaded_on > @today) AS broken FROM `source.status` AS load
UNION ALL
SELECT 'a first week that moved' AS rule, COUNT(DISTINCT load.revision) AS broken
FROM `source.status` AS load
JOIN `source.status` AS earlier ON earlier.revision < load.revision AND earlier.first_week <> load.first_week
UNION ALL
SELECT 'a complete week that was taken back' AS rule, COUNT(DISTINCT load.revision) AS broken
FROM `source.status` AS load
JOIN `source.status` AS earlier ON earlier.revision < load.revision AND earlier.latest_week > load.latest_week
UNION ALL
SELECT 'data older than agreed' AS rule,
  COUNTIF(DATE_DIFF(@today, DATE_ADD(load.latest_week, INTERVAL 6 DAY), DAY) > @max_age_days) AS broken
FROM `source.status` AS load
JOIN newest ON newest.revision = load.revision
ORDER BY rule, broken
