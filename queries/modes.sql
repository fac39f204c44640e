-- The modes that the release declares, in the order in which they are shown.
SELECT mode.value AS value, mode.label AS label, mode.sort AS sort
FROM `protected.mode` AS mode
ORDER BY sort, value, label
