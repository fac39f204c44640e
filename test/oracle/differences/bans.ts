import { ofRow } from '#test/oracle/corpus/questions.ts';

/** What the rewriter refuses, though both engines would run it, or DuckDB alone. `duckdb`: the same meaning as DuckDB writes it. */
export type Ban = {
  readonly google: string;
  readonly duckdb: string;
  readonly refusal: string;
  readonly effect: 'otherRows' | 'oracleFails';
};

const own = (sql: string) => sql.replaceAll('`protected.', '').replaceAll('`', '');

function otherRows(expression: string, refusal: string, duckdb = expression): Ban {
  return { google: ofRow(expression), duckdb: own(ofRow(duckdb)), refusal, effect: 'otherRows' };
}

const all = 'FROM `protected.sample` AS t';

/** Each ban that is there because the engines answer differently. */
export const bans: readonly Ban[] = [
  otherRows("CONCAT(t.s, 'x')", 'CONCAT treats NULL differently'),
  otherRows('GREATEST(t.n, 2)', 'GREATEST treats NULL differently'),
  otherRows('LEAST(t.n, 2)', 'LEAST treats NULL differently'),
  otherRows("FORMAT('%d', t.n)", 'FORMAT writes numbers differently'),
  otherRows(
    'SAFE_CAST(t.s AS INT64)',
    'SAFE_CAST accepts different texts',
    'TRY_CAST(t.s AS BIGINT)',
  ),
  otherRows('ROUND(t.x, 1)', 'ROUND to places'),
  otherRows('CAST(t.x AS INT64)', 'CAST to INT64 rounds differently', 'CAST(t.x AS BIGINT)'),
  otherRows(
    'CAST(t.x + 0.5 AS STRING)',
    'CAST to STRING writes numbers differently',
    'CAST(t.x + 0.5e0 AS VARCHAR)',
  ),
  otherRows('SUBSTR(t.s, 0, 2)', 'SUBSTR from 0'),
  otherRows("t.s LIKE r'50\\%'", 'the keyword LIKE', "t.s LIKE '50\\%'"),
  otherRows(
    'DATE_TRUNC(t.d, WEEK)',
    'WEEK starts on different days',
    "CAST(date_trunc('week', t.d) AS DATE)",
  ),
  otherRows(
    'DATE_DIFF(t.d, t.e, WEEK)',
    'WEEK starts on different days',
    "date_diff('week', t.e, t.d)",
  ),
  otherRows('EXTRACT(WEEK FROM t.d)', 'WEEK starts on different days'),
  {
    google: `SELECT DATE_TRUNC(t.d, MONTH) AS d, COUNT(*) AS n ${all} GROUP BY d ORDER BY d`,
    duckdb:
      "SELECT CAST(date_trunc('month', t.d) AS DATE) AS d, count(*) AS n FROM sample AS t GROUP BY d ORDER BY d",
    refusal: 'never the alias d',
    effect: 'otherRows',
  },
  {
    google: `SELECT t.s AS t, COUNT(*) AS n ${all} GROUP BY t.s ORDER BY t`,
    duckdb: 'SELECT t.s AS t, count(*) AS n FROM sample AS t GROUP BY t.s ORDER BY t',
    refusal: 'a table and an output are both named t',
    effect: 'oracleFails',
  },
  {
    google: `SELECT t.s AS t, COUNT(*) AS n ${all} GROUP BY s HAVING SUM(t.n) > 0 ORDER BY t`,
    duckdb:
      'SELECT t.s AS t, count(*) AS n FROM sample AS t GROUP BY t.s HAVING sum(t.n) > 0 ORDER BY t',
    refusal: 'a table and an output are both named t',
    effect: 'oracleFails',
  },
  {
    google: ofRow('t.n / t.m > 0'),
    duckdb: own(ofRow('t.n / t.m > 0')),
    refusal: '"/" only by a number',
    effect: 'oracleFails',
  },
  {
    google: ofRow('t.n / 0 > 0'),
    duckdb: own(ofRow('t.n / 0 > 0')),
    refusal: '"/" only by a number',
    effect: 'oracleFails',
  },
  {
    google: `SELECT t.rowid AS v ${all} ORDER BY v`,
    duckdb: 'SELECT t.rowid AS v FROM sample AS t ORDER BY v',
    refusal: 'ROWID exists in DuckDB alone',
    effect: 'oracleFails',
  },
];
