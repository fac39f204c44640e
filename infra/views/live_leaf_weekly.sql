SELECT week, origin, destination, mode, trips
FROM `${protected}.leaf_weekly`
WHERE
  release_number >= 0
  AND release_number = (
    SELECT release_number FROM `${protected}.data_status` ORDER BY made_live_at DESC LIMIT 1
  )
  AND status = 'exact'
