SELECT code, name, level, parent
FROM `${protected}.area`
WHERE
  release_number >= 0
  AND release_number = (
    SELECT release_number FROM `${protected}.data_status` ORDER BY made_live_at DESC LIMIT 1
  )
