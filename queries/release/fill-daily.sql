-- The published days from their indices.
INSERT INTO daily
SELECT
  CAST($first_day AS DATE) + published_day.day,
  area_index.code,
  CAST(trips AS BIGINT),
  CASE WHEN sensitive = 1 THEN 'sensitive' ELSE 'exact' END
FROM published_day
JOIN area_index ON area_index.position = published_day.destination
ORDER BY area_index.code, published_day.day
