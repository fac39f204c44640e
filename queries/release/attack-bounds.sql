-- The published error bounds, by index.
SELECT area_index.position AS destination, mode_index.position AS mode, CAST(bound AS DOUBLE) AS bound
FROM error_bound
JOIN area_index ON area_index.code = error_bound.destination
JOIN mode_index ON mode_index.code = error_bound.mode
