-- Every area of the release, the rest of an area ('elsewhere') among them.
SELECT area.code AS code, area.name AS name, area.level AS level, area.parent AS parent
FROM `protected.area` AS area
ORDER BY code, name, level, parent
