SELECT area, CAST(date_from AS VARCHAR) AS "from", CAST(date_to AS VARCHAR) AS "to", kind, label
FROM holiday
ORDER BY area, date_from, date_to, kind, label
