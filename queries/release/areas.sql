SELECT code, name, level, parent FROM area WHERE level <> 'elsewhere' ORDER BY code
