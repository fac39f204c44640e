const sample = '`protected.sample` AS t';
const pair = '`protected.pair` AS p';

/** Whole queries, at least one for every clause of the subset. */
export const shapes: readonly string[] = [
  // Order, with NULL and ties.
  `SELECT t.n AS n, t.id AS id FROM ${sample} ORDER BY n, id`,
  `SELECT t.s AS s, t.id AS id FROM ${sample} ORDER BY s DESC, id ASC`,
  `SELECT t.d AS d, t.b AS b, t.x AS x, t.id AS id FROM ${sample} ORDER BY d DESC, b, x DESC, id`,
  `SELECT t.n AS m, t.m AS n, t.id AS id FROM ${sample} ORDER BY n, m DESC, id`,
  `SELECT t.n AS check, t.id AS id FROM ${sample} ORDER BY check, id`,
  `SELECT t.id AS id FROM ${sample} ORDER BY id DESC LIMIT 3`,
  `SELECT t.id AS id FROM ${sample} ORDER BY id LIMIT @number`,
  // Distinct and unions.
  `SELECT DISTINCT t.s AS s, t.b AS b FROM ${sample} ORDER BY s, b`,
  `SELECT t.s AS v FROM ${sample} UNION ALL SELECT p.key AS v FROM ${pair} ORDER BY v`,
  `SELECT t.s AS v FROM ${sample} UNION DISTINCT SELECT p.key AS v FROM ${pair} ORDER BY v DESC`,
  `SELECT t.n AS v FROM ${sample} UNION ALL SELECT 0.5 AS v FROM ${pair} ORDER BY v`,
  // Conditions.
  `SELECT t.id AS id FROM ${sample} WHERE t.s IN UNNEST(@list) AND t.d <= @day ORDER BY id`,
  `SELECT t.id AS id FROM ${sample} WHERE t.s NOT IN (SELECT p.key FROM ${pair}) ORDER BY id`,
  `SELECT t.id AS id FROM ${sample} WHERE t.s IN (SELECT p.key FROM ${pair} WHERE p.label = @text OR '*' IN UNNEST(@list)) ORDER BY id`,
  `SELECT t.id AS id FROM ${sample} WHERE NOT EXISTS (SELECT 1 AS one FROM ${pair} WHERE p.key = t.s) ORDER BY id`,
  // Joins.
  `SELECT t.id AS id, p.label AS label, p.amount AS amount FROM ${sample} JOIN ${pair} ON p.key = t.s ORDER BY id, label, amount`,
  `SELECT t.id AS id, p.label AS label, p.amount AS amount FROM ${sample} LEFT JOIN ${pair} ON p.key = t.s AND p.amount > 0 ORDER BY id, label, amount`,
  `SELECT t.id AS id, p.amount AS amount FROM ${sample} CROSS JOIN ${pair} ORDER BY id, amount`,
  `SELECT key AS key, a.label AS label, b.amount AS amount FROM \`protected.pair\` AS a INNER JOIN \`protected.pair\` AS b USING (key) ORDER BY key, label, amount`,
  // Groups.
  `SELECT t.s AS s, SUM(t.n) AS n, COUNT(*) AS rows_in FROM ${sample} GROUP BY t.s ORDER BY s`,
  `SELECT t.s AS s, t.b AS b, MAX(t.d) AS d FROM ${sample} GROUP BY t.s, t.b ORDER BY d DESC, b, s`,
  `SELECT t.b AS b, COUNTIF(t.c) AS c FROM ${sample} GROUP BY t.b HAVING COUNT(*) > 2 AND SUM(t.n) IS NOT NULL ORDER BY b`,
  `SELECT COUNTIF(t.b) AS v, SUM(t.n) AS n, COUNT(*) AS c, MIN(t.d) AS d FROM ${sample} WHERE t.b IS NULL`,
  // Queries with a name, and within another.
  `WITH cut AS (SELECT DATE_TRUNC(t.d, MONTH) AS month, t.n AS n FROM ${sample}) SELECT cut.month AS month, SUM(cut.n) AS n FROM cut GROUP BY cut.month ORDER BY month`,
  `WITH few AS (SELECT * EXCEPT (s, u, x, y) FROM \`protected.sample\`) SELECT few.id AS id, few.n AS n FROM few ORDER BY id, n`,
  `WITH one AS (SELECT t.s AS k FROM ${sample}), two AS (SELECT DISTINCT one.k AS k FROM one) SELECT two.k AS k, COUNT(p.amount) AS n FROM two LEFT JOIN ${pair} ON p.key = two.k GROUP BY two.k ORDER BY k`,
  `SELECT far.k AS k, far.n AS n FROM (SELECT t.s AS k, SUM(t.n) AS n FROM ${sample} GROUP BY t.s) AS far WHERE far.n > 0 ORDER BY k, n`,
  `WITH every AS (SELECT DISTINCT p.key AS k, p.label AS l FROM ${pair} UNION ALL SELECT DISTINCT '*' AS k, p.label AS l FROM ${pair} WHERE '*' IN UNNEST(@list)) SELECT every.k AS k, COUNT(*) AS n FROM every JOIN ${sample} ON t.u = every.l GROUP BY every.k ORDER BY k`,
];
