-- What people may call an area beside its name and code.
SELECT also.alias AS alias, also.code AS code
FROM `protected.area_alias` AS also
ORDER BY alias, code
