SELECT DISTINCT alias, code FROM area_alias ORDER BY alias, code
