-- Only events whose source is sure are released; how sure does not cross.
SELECT slug, area, CAST(date AS VARCHAR) AS date, kind, clause, label, source, url
FROM event
WHERE confidence = 'high'
ORDER BY slug, area, date
