-- The areas and their other names: how many break each rule.
WITH known AS (
  SELECT DISTINCT area.code AS code FROM `source.area` AS area
),
-- One parent an area: more of them are reported as an area that is listed twice.
step AS (
  SELECT area.code AS code, MIN(area.parent) AS above
  FROM `source.area` AS area
  WHERE area.code IS NOT NULL AND area.parent IS NOT NULL
  GROUP BY area.code
),
two_steps AS (
  SELECT near.code AS code, far.above AS above FROM step AS near JOIN step AS far ON far.code = near.above
),
four_steps AS (
  SELECT near.code AS code, far.above AS above FROM two_steps AS near JOIN two_steps AS far ON far.code = near.above
),
eight_steps AS (
  SELECT near.code AS code, far.above AS above FROM four_steps AS near JOIN four_steps AS far ON far.code = near.above
),
sixteen_steps AS (
  SELECT near.code AS code, far.above AS above FROM eight_steps AS near JOIN eight_steps AS far ON far.code = near.above
)
SELECT 'no area' AS rule, CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END AS broken FROM `source.area` AS area
UNION ALL
SELECT 'an area without a code, name or level' AS rule, COUNT(*) AS broken
FROM `source.area` AS area
WHERE COALESCE(area.code, '') = '' OR COALESCE(area.name, '') = '' OR COALESCE(area.level, '') = ''
UNION ALL
SELECT 'an area with a control character' AS rule, COUNTIF(REGEXP_CONTAINS(area.code || area.name || area.level, r'\pC')) AS broken
FROM `source.area` AS area
UNION ALL
SELECT 'an area that takes the name of a rest' AS rule, COUNTIF(STARTS_WITH(area.code, 'elsewhere:') OR area.level = 'elsewhere') AS broken
FROM `source.area` AS area
UNION ALL
SELECT 'an area that is listed twice' AS rule, COUNT(*) AS broken
FROM (SELECT area.code AS code FROM `source.area` AS area WHERE area.code IS NOT NULL GROUP BY area.code HAVING COUNT(*) > 1) AS repeated
UNION ALL
SELECT 'an area whose parent is not listed' AS rule, COUNT(*) AS broken
FROM `source.area` AS area
LEFT JOIN known ON known.code = area.parent
WHERE area.parent IS NOT NULL AND known.code IS NULL
UNION ALL
SELECT 'an area that lies in itself, or in more than 15 others' AS rule, COUNT(*) AS broken FROM sixteen_steps
UNION ALL
SELECT 'an alias without a text' AS rule, COUNTIF(COALESCE(other.alias, '') = '') AS broken
FROM `source.area_alias` AS other
UNION ALL
SELECT 'an alias of an area that is not listed' AS rule, COUNTIF(known.code IS NULL) AS broken
FROM `source.area_alias` AS other
LEFT JOIN known ON known.code = other.code
ORDER BY rule, broken
