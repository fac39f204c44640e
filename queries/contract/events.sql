-- The events and holidays: how many break each rule.
WITH known AS (
  SELECT DISTINCT area.code AS code FROM `source.area` AS area
)
SELECT 'an event with an empty column' AS rule, COUNT(*) AS broken
FROM `source.event` AS happening
WHERE happening.date IS NULL OR COALESCE(happening.slug, '') = '' OR COALESCE(happening.kind, '') = ''
  OR COALESCE(happening.clause, '') = '' OR COALESCE(happening.label, '') = '' OR COALESCE(happening.source, '') = ''
UNION ALL
SELECT 'an event of an area that is not listed' AS rule, COUNTIF(known.code IS NULL) AS broken
FROM `source.event` AS happening
LEFT JOIN known ON known.code = happening.area
UNION ALL
SELECT 'an event whose slug or kind is not lower-case words' AS rule, COUNT(*) AS broken
FROM `source.event` AS happening
WHERE (happening.slug <> '' AND NOT REGEXP_CONTAINS(happening.slug, r'^[a-z0-9]+(-[a-z0-9]+)*$'))
  OR (happening.kind <> '' AND NOT REGEXP_CONTAINS(happening.kind, r'^[a-z0-9]+(_[a-z0-9]+)*$'))
UNION ALL
SELECT 'an event without a web address' AS rule, COUNTIF(NOT REGEXP_CONTAINS(COALESCE(happening.url, ''), r'^https?://[^\s]+$')) AS broken
FROM `source.event` AS happening
UNION ALL
SELECT 'an event of unknown confidence' AS rule, COUNTIF(COALESCE(happening.confidence, '') NOT IN ('high', 'medium', 'low')) AS broken
FROM `source.event` AS happening
UNION ALL
SELECT 'an event that a place has twice' AS rule, COUNT(*) AS broken
FROM (
  SELECT happening.slug AS slug, happening.area AS area
  FROM `source.event` AS happening
  WHERE happening.slug IS NOT NULL AND happening.area IS NOT NULL
  GROUP BY happening.slug, happening.area
  HAVING COUNT(*) > 1
) AS repeated
UNION ALL
SELECT 'a holiday without days or a label' AS rule, COUNT(*) AS broken
FROM `source.holiday` AS free
WHERE free.date_from IS NULL OR free.date_to IS NULL OR COALESCE(free.label, '') = ''
UNION ALL
SELECT 'a holiday of an area that is not listed' AS rule, COUNTIF(known.code IS NULL) AS broken
FROM `source.holiday` AS free
LEFT JOIN known ON known.code = free.area
UNION ALL
SELECT 'a holiday that ends before it begins' AS rule, COUNTIF(free.date_to < free.date_from) AS broken
FROM `source.holiday` AS free
UNION ALL
SELECT 'a holiday of unknown kind' AS rule, COUNTIF(COALESCE(free.kind, '') NOT IN ('bankHoliday', 'schoolHoliday', 'christmas', 'fault')) AS broken
FROM `source.holiday` AS free
ORDER BY rule, broken
