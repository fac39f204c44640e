-- The modes: how many break each rule.
SELECT 'no mode' AS rule, CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END AS broken FROM `source.mode` AS mode
UNION ALL
SELECT 'a mode without a value, label or sort' AS rule, COUNT(*) AS broken
FROM `source.mode` AS mode
WHERE COALESCE(mode.value, '') = '' OR COALESCE(mode.label, '') = '' OR mode.sort IS NULL
UNION ALL
SELECT 'a mode that is not lower-case words joined by "-"' AS rule, COUNT(*) AS broken
FROM `source.mode` AS mode
WHERE mode.value <> '' AND NOT REGEXP_CONTAINS(mode.value, r'^[a-z0-9]+(-[a-z0-9]+)*$')
UNION ALL
SELECT 'a mode that is listed twice' AS rule, COUNT(*) AS broken
FROM (SELECT mode.value AS value FROM `source.mode` AS mode WHERE mode.value IS NOT NULL GROUP BY mode.value HAVING COUNT(*) > 1) AS repeated
UNION ALL
-- Trips of all modes beside those of each would count twice.
SELECT 'the mode "all" beside others' AS rule, CASE WHEN COUNTIF(mode.value = 'all') > 0 AND COUNTIF(mode.value <> 'all') > 0 THEN 1 ELSE 0 END AS broken
FROM `source.mode` AS mode
ORDER BY rule, broken
