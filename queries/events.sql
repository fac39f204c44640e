-- Dates that have a name, one row per name and place.
SELECT
  event.slug AS slug,
  event.area AS area,
  event.date AS date,
  event.kind AS kind,
  event.clause AS clause,
  event.label AS label,
  event.source AS source,
  event.url AS url
FROM `protected.event` AS event
ORDER BY date, slug, area, kind, clause, label, source, url
