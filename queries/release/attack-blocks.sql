-- The weeks and modes of a release that show hidden leaves.
SELECT CAST(week AS VARCHAR) AS week, mode
FROM leaf_weekly
WHERE status = 'sensitive'
GROUP BY week, mode
ORDER BY week, mode
