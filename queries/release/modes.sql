SELECT value, label, sort FROM mode ORDER BY sort, value
