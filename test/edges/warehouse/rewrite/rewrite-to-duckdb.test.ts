import { describe, expect, test } from 'vitest';
import { rewriteToDuckdb } from '#src/edges/warehouse/rewrite/rewrite-to-duckdb.ts';

const tables = new Set(['protected.trip', 'protected.area']);
const rewrite = (sql: string) => rewriteToDuckdb(sql, tables).sql;

/** One expression, rewritten on its own. */
function expression(sql: string): string {
  const whole = rewrite(`SELECT ${sql} AS x FROM \`protected.trip\` AS t ORDER BY x`);
  return whole.slice('SELECT '.length, -' AS "x" FROM "trip" AS "t" ORDER BY "x"'.length);
}

describe('expressions become what DuckDB reads alike', () => {
  test.each([
    // Names, numbers and texts.
    ['t.week', '"t"."week"'],
    ['Week', '"Week"'],
    ['@from', '$from'],
    ['7', '7'],
    ['1.5', '1.5e0'],
    ["'it\\'s'", "'it''s'"],
    ['"a \\"b\\" \\\\ \\n\\t\\`"', `'a "b" \\ \n\t\`'`],
    ["r'\\d'", "'\\d'"],
    ["''", "''"],
    ["DATE '2022-01-31'", "DATE '2022-01-31'"],
    // Operators.
    ['(a + b) * 2 - c', '("a" + "b") * 2 - "c"'],
    ['a / 7', '"a" / 7'],
    ['a || b', '"a" || "b"'],
    ['a != 1 AND NOT b <> 2 OR c <= -3', '"a" != 1 AND NOT "b" <> 2 OR "c" <= - 3'],
    ['a IS NOT NULL', '"a" IS NOT NULL'],
    ['a BETWEEN 1 AND 2', '"a" BETWEEN 1 AND 2'],
    ["a IN ('b', 'c')", `"a" IN ('b', 'c')`],
    ['a IN UNNEST(@list)', '"a" IN (SELECT unnest($list))'],
    ['a NOT IN UNNEST(@list)', '"a" NOT IN (SELECT unnest($list))'],
    ['case when a then TRUE else FALSE end', 'CASE WHEN "a" THEN TRUE ELSE FALSE END'],
    ['EXISTS (SELECT 1 AS y FROM `protected.area`)', 'EXISTS (SELECT 1 AS "y" FROM "area")'],
    // Functions.
    ['SUM(a)', 'sum("a")'],
    ['count(*)', 'count(*)'],
    ['COUNT(DISTINCT a)', 'count(DISTINCT "a")'],
    ['COUNTIF(a > 1)', 'count(CASE WHEN "a" > 1 THEN 1 END)'],
    ['MIN(a)', 'min("a")'],
    ['MAX(a)', 'max("a")'],
    ['AVG(a)', 'avg("a")'],
    ['COALESCE(a, b, 0)', 'coalesce("a", "b", 0)'],
    ['IFNULL(a, 0)', 'coalesce("a", 0)'],
    ['NULLIF(a, 0)', 'nullif("a", 0)'],
    ['IF(a, 1, 2)', 'CASE WHEN "a" THEN 1 ELSE 2 END'],
    ['ABS(a)', 'abs("a")'],
    ['ROUND(a)', 'round(CAST("a" AS DOUBLE))'],
    ['FLOOR(a)', 'floor(CAST("a" AS DOUBLE))'],
    ['CEIL(a)', 'ceil(CAST("a" AS DOUBLE))'],
    ['CAST(ROUND(a) AS INT64)', 'CAST(round(CAST("a" AS DOUBLE)) AS BIGINT)'],
    ['CAST(a AS FLOAT64)', 'CAST("a" AS DOUBLE)'],
    ['SAFE_DIVIDE(a, b)', '(CAST("a" AS DOUBLE) / nullif(CAST("b" AS DOUBLE), 0))'],
    ['SUBSTR(a, 2, 3)', 'substr("a", 2, 3)'],
    ["STARTS_WITH(a, 'E')", `starts_with("a", 'E')`],
    ["REGEXP_CONTAINS(a, r'^E\\d')", `regexp_matches("a", '^E\\d')`],
    // Dates.
    ['DATE_TRUNC(a, ISOWEEK)', `CAST(date_trunc('week', "a") AS DATE)`],
    ['DATE_TRUNC(a, WEEK(MONDAY))', `CAST(date_trunc('week', "a") AS DATE)`],
    ['DATE_TRUNC(a, MONTH)', `CAST(date_trunc('month', "a") AS DATE)`],
    ['DATE_TRUNC(a, QUARTER)', `CAST(date_trunc('quarter', "a") AS DATE)`],
    ['DATE_TRUNC(a, YEAR)', `CAST(date_trunc('year', "a") AS DATE)`],
    ['DATE_DIFF(a, b, DAY)', `date_diff('day', "b", "a")`],
    ['DATE_DIFF(a, b, MONTH)', `date_diff('month', "b", "a")`],
    [
      'DATE_DIFF(a, b, ISOWEEK)',
      `(date_diff('day', date_trunc('week', "b"), date_trunc('week', "a")) // 7)`,
    ],
    ['DATE_ADD(a, INTERVAL 3 DAY)', 'CAST("a" + to_days(CAST(3 AS INTEGER)) AS DATE)'],
    ['DATE_ADD(a, INTERVAL @n WEEK)', 'CAST("a" + to_days(CAST(7 * ($n) AS INTEGER)) AS DATE)'],
    ['DATE_SUB(a, INTERVAL 1 MONTH)', 'CAST("a" - to_months(CAST(1 AS INTEGER)) AS DATE)'],
    ['DATE_SUB(a, INTERVAL 1 YEAR)', 'CAST("a" - to_months(CAST(12 * (1) AS INTEGER)) AS DATE)'],
    ['EXTRACT(DAYOFWEEK FROM a)', '(extract(dow FROM "a") + 1)'],
    ['EXTRACT(ISOWEEK FROM t.a)', 'extract(week FROM "t"."a")'],
    ['EXTRACT(ISOYEAR FROM a)', 'extract(isoyear FROM "a")'],
    ['EXTRACT(DAY FROM a)', 'extract(day FROM "a")'],
    ['EXTRACT(MONTH FROM a)', 'extract(month FROM "a")'],
    ['EXTRACT(QUARTER FROM a)', 'extract(quarter FROM "a")'],
    ['EXTRACT(YEAR FROM a)', 'extract(year FROM "a")'],
    ['DATE_ADD(a, INTERVAL 2 QUARTER)', 'CAST("a" + to_months(CAST(3 * (2) AS INTEGER)) AS DATE)'],
  ])('%s', (googleSql, duckdb) => {
    expect(expression(googleSql)).toBe(duckdb);
  });
});

describe('whole queries', () => {
  test('names each parameter once, in order of use', () => {
    const sql =
      'SELECT SUM(t.a) AS a FROM `protected.trip` AS t WHERE t.b = @b AND t.c = @a OR t.d = @b';
    expect(rewriteToDuckdb(sql, tables).parameters).toEqual(['b', 'a']);
  });

  test('keep WITH, joins, UNION, HAVING and LIMIT', () => {
    const sql = `-- A comment; with 'signs' in it.
      WITH near AS (SELECT a.code AS code FROM \`protected.area\` AS a)
      SELECT t.mode AS mode, SUM(t.trips) AS trips
      FROM \`protected.trip\` AS t
      INNER JOIN near ON near.code = t.code
      LEFT JOIN (SELECT a.code AS code FROM \`protected.area\` AS a) AS far USING (code)
      CROSS JOIN near AS other
      WHERE t.trips > 0
      GROUP BY t.mode HAVING SUM(t.trips) > 10
      ORDER BY trips DESC, mode
      LIMIT @most`;
    expect(rewrite(sql)).toBe(
      `WITH "near" AS (SELECT "a"."code" AS "code" FROM "area" AS "a") SELECT "t"."mode" AS "mode", sum("t"."trips") AS "trips" FROM "trip" AS "t" INNER JOIN "near" ON "near"."code" = "t"."code" LEFT JOIN (SELECT "a"."code" AS "code" FROM "area" AS "a") AS "far" USING ("code") CROSS JOIN "near" AS "other" WHERE "t"."trips" > 0 GROUP BY "t"."mode" HAVING sum("t"."trips") > 10 ORDER BY "trips" DESC, "mode" LIMIT $most`,
    );
  });

  test('may leave columns out of a common query with * EXCEPT', () => {
    const sql =
      'WITH few AS (SELECT * EXCEPT (mode) FROM `protected.trip`) SELECT few.week AS week FROM few ORDER BY week';
    expect(rewrite(sql)).toContain('SELECT * EXCLUDE ("mode") FROM "trip"');
  });

  test.each(['SUM', 'COUNT', 'COUNTIF', 'MIN', 'MAX', 'AVG'])(
    'need no order where %s makes one row',
    (name) => {
      expect(rewrite(`SELECT ${name}(t.a) AS a FROM \`protected.trip\` AS t`)).toContain('AS "a"');
    },
  );

  test('say whether they rise or fall', () => {
    const sql = 'SELECT t.a AS a, t.b AS b FROM `protected.trip` AS t ORDER BY a ASC, b desc';
    expect(rewrite(sql)).toContain('ORDER BY "a" ASC, "b" DESC');
  });

  test('order a UNION by every output', () => {
    const one = 'SELECT t.a AS a FROM `protected.trip` AS t';
    expect(rewrite(`${one} UNION ALL ${one} ORDER BY a`)).toContain('UNION ALL');
  });
});

describe('what an expression may not hold', () => {
  test.each([
    ['DATE_TRUNC(a, WEEK)', 'WEEK starts on different days'],
    ['DATE_TRUNC(a, WEEK(SUNDAY))', 'the date part WEEK(SUNDAY)'],
    ['DATE_DIFF(a, b, WEEK)', 'WEEK starts on different days'],
    ['EXTRACT(WEEK FROM a)', 'WEEK starts on different days'],
    ['EXTRACT(HOUR FROM a)', 'the date part HOUR'],
    ['DATE_ADD(a, INTERVAL 1 HOUR)', 'the date part HOUR'],
    ['DATE_ADD(a, 3)', 'INTERVAL n DAY'],
    ['a / b', '"/" only by a number that is not 0'],
    ['a / 0', '"/" only by a number that is not 0'],
    ['a / 0.0', '"/" only by a number that is not 0'],
    ['1 / (2)', '"/" only by a number that is not 0'],
    ['(a / b)', '"/" only by a number that is not 0'],
    ['SUM(a / b)', '"/" only by a number that is not 0'],
    ['ROUND(a, 1)', 'ROUND to places'],
    ['CAST(a AS INT64)', 'CAST to INT64 rounds differently'],
    ['CAST(ROUND(a) + b AS INT64)', 'CAST to INT64 rounds differently'],
    ['SAFE_CAST(a AS INT64)', 'SAFE_CAST accepts different texts'],
    ['CAST(a AS STRING)', 'CAST to STRING writes numbers differently'],
    ['CAST(a AS BYTES)', 'CAST to BYTES is not in the subset'],
    ['CAST(a)', 'CAST is written'],
    ['SUBSTR(a, 0)', 'SUBSTR from 0'],
    ['SUBSTR(a, -2)', 'SUBSTR from 0'],
    ['SUBSTR(a, @n)', 'SUBSTR from 0'],
    ['CONCAT(a, b)', 'CONCAT treats NULL differently'],
    ['GREATEST(a, b)', 'GREATEST treats NULL differently'],
    ['LEAST(a, b)', 'LEAST treats NULL differently'],
    ["FORMAT('%d', a)", 'FORMAT writes numbers differently'],
    ['APPROX_COUNT_DISTINCT(a)', 'APPROX_COUNT_DISTINCT is approximate'],
    ['PERCENTILE_CONT(a, 1)', 'PERCENTILE_CONT interpolates differently'],
    ['CURRENT_DATE()', 'CURRENT_DATE reads the clock'],
    ['CURRENT_DATE', 'CURRENT_DATE reads the clock'],
    ['RAND()', 'RAND does not give the same answer twice'],
    ['GENERATE_UUID()', 'GENERATE_UUID does not give the same answer twice'],
    ['ANY_VALUE(a)', 'ANY_VALUE does not give the same answer twice'],
    ['SESSION_USER()', 'SESSION_USER does not give the same answer twice'],
    ['GROUPING(a)', 'GROUPING is not alike'],
    ['EXTRACT(a)', 'EXTRACT is written'],
    ['rowid', 'ROWID exists in DuckDB alone'],
    ['REGEXP_CONTAINS(a, @pattern)', 'the pattern of REGEXP_CONTAINS is a string'],
    ['READ_CSV(a)', 'the function READ_CSV is not in the subset'],
    ['GETENV(a)', 'the function GETENV is not in the subset'],
    ['toString(a)', 'the function TOSTRING is not in the subset'],
    ['constructor(a)', 'the function CONSTRUCTOR is not in the subset'],
    ['IF(a, b)', 'IF takes 3 to 3 arguments'],
    ['IF(a, b, c, d)', 'IF takes 3 to 3 arguments'],
    ['LEFT(a, 2)', 'LEFT must be followed by JOIN'],
    ['SUM(a) OVER (PARTITION BY b)', 'write AS before an alias'],
    ['a LIKE b', 'the keyword LIKE is not in the subset'],
    ['a IS DISTINCT FROM b', 'FROM stands twice'],
    ['ARRAY(SELECT 1)', 'the function ARRAY is not in the subset'],
    ['UNNEST(@a)', 'UNNEST is only for IN UNNEST(@parameter)'],
    ['a IN UNNEST(b)', 'UNNEST is only for IN UNNEST(@parameter)'],
    ['a IN UNNEST((SELECT 1))', 'UNNEST is only for IN UNNEST(@parameter)'],
    ['a.b.c', '"." stands between two names'],
    ['a.sum(b)', '"." stands between two names'],
    ['a b', 'write AS before an alias'],
    ['(a) (b)', 'write AS before an alias'],
    ["DATE '2022-1-1'", "DATE 'yyyy-mm-dd'"],
    ['a % b', '"%" is not in the subset'],
    ['a[0]', '"[" is not in the subset'],
    ['a::DATE', '":" is not in the subset'],
    ['$1', '"$" is not in the subset'],
    ['?', '"?" is not in the subset'],
    ['@@version', 'a parameter is'],
    ['@Big', 'a parameter is'],
    ['1e3', '"1" is not in the subset'],
    ['0x1F', '"0" is not in the subset'],
    ['1.5.2', '"1" is not in the subset'],
    ['naïve', '"ï" is not in the subset'],
    ['`protected.trip`.a', '"." stands between two names'],
    ['(a', '"(" without its ")"'],
    ['a)', '")" without its "("'],
    ["'''a'''", 'a string is'],
    ["'a''b'", 'a string is'],
    ["b'a'", 'a string is'],
    ["'a\nb'", 'a string is'],
    ["'a", 'a string is'],
    ["'\\x41'", 'the escape \\x is not in the subset'],
    ['a /* b */', 'comments are'],
    ['a # b', 'comments are'],
    ['a -- b\rc', 'comments are'],
    ['a -- b\u2028c', 'comments are'],
  ])('%s', (sql, why) => {
    expect(() => expression(sql)).toThrow(why);
  });
});

describe('what a query may not be', () => {
  test.each([
    ['SELECT * FROM `protected.trip` ORDER BY a', 'SELECT * is not in the subset'],
    ['SELECT t.* FROM `protected.trip` AS t ORDER BY a', 'SELECT * is not in the subset'],
    ['SELECT t.a AS a, * FROM `protected.trip` AS t ORDER BY a', 'SELECT * is not in the subset'],
    ['SELECT * EXCEPT (a) FROM `protected.trip` ORDER BY a', 'every output has a name'],
    ['SELECT 1 AS a EXCEPT DISTINCT SELECT 2 AS a ORDER BY a', 'EXCEPT is only for'],
    [
      'SELECT SUM(t.a) AS a FROM `protected.trip` PIVOT (SUM(b) FOR c IN (1))',
      'PIVOT is not alike',
    ],
    [
      'SELECT t.a AS a FROM `protected.trip` UNPIVOT (a FOR b IN (c)) ORDER BY a',
      'UNPIVOT is not alike',
    ],
    [
      'SELECT t.a AS a FROM `protected.trip` AS t GROUP BY ROLLUP(t.a) ORDER BY a',
      'ROLLUP is not alike',
    ],
    [
      'SELECT t.a AS a FROM `protected.trip` AS t GROUP BY CUBE(t.a) ORDER BY a',
      'CUBE is not alike',
    ],
    [
      'SELECT t.a AS a FROM `protected.trip` AS t GROUP BY GROUPING SETS (t.a) ORDER BY a',
      'GROUPING',
    ],
    [
      'SELECT t.a AS a FROM `protected.trip` AS t GROUP BY ALL ORDER BY a',
      'ALL is only for UNION ALL',
    ],
    ['SELECT t.a AS a FROM `protected.trip` AS t GROUP BY 1 ORDER BY a', 'GROUP BY names columns'],
    ['SELECT t.a AS a FROM `protected.trip` AS t QUALIFY 1 = 1 ORDER BY a', 'QUALIFY'],
    ['SELECT t.a AS a FROM `protected.trip` AS t ORDER BY a;', 'one statement'],
    ['SELECT t.a AS a FROM `protected.trip` AS t ORDER BY a; SELECT 1 AS a', 'one statement'],
    ['INSERT INTO `protected.trip` VALUES (1)', 'is not in the subset'],
    ['DELETE FROM `protected.trip`', 'begins with SELECT'],
    ['TRUNCATE', 'begins with SELECT'],
    ['CREATE TABLE x AS SELECT 1 AS a', 'the keyword CREATE'],
    ['(SELECT 1 AS a) ORDER BY a', 'begins with SELECT'],
    ['', 'begins with SELECT'],
    ['WITH 1 AS (SELECT 1 AS a) SELECT 1 AS a', 'WITH is written'],
    ['WITH RECURSIVE x AS (SELECT 1 AS a) SELECT x.a AS a FROM x ORDER BY a', 'RECURSIVE'],
    [
      'SELECT t.a AS a FROM `protected.trip` AS t GROUP t.a ORDER BY a',
      'GROUP must be followed by BY',
    ],
    ['SELECT t.a AS a FROM `protected.trip` AS t ORDER a', 'ORDER must be followed by BY'],
    [
      'SELECT t.a AS a FROM `protected.trip` AS t INNER `protected.area` ORDER BY a',
      'INNER must be followed by JOIN',
    ],
    [
      'SELECT t.a AS a FROM `protected.trip` AS t CROSS `protected.area` ORDER BY a',
      'CROSS must be followed by JOIN',
    ],
    // Sources.
    ['SELECT t.a AS a FROM `private.trip` AS t ORDER BY a', 'not private.trip'],
    ['SELECT t.a AS a FROM `trip` AS t ORDER BY a', 'not trip'],
    ['SELECT t.a AS a FROM trip AS t ORDER BY a', 'not trip'],
    ['SELECT t.a AS a FROM information_schema.tables AS t ORDER BY a', 'not information_schema'],
    ["SELECT t.a AS a FROM read_csv('x') AS t ORDER BY a", 'not call'],
    ['SELECT t.a AS a FROM `protected.trip` AS t JOIN area ON TRUE ORDER BY a', 'not area'],
    [
      'SELECT t.a AS a FROM `protected.trip` AS t, `protected.area` AS b ORDER BY a',
      'write CROSS JOIN',
    ],
    [
      'SELECT t.a AS a FROM `protected.trip` AS t WHERE t.a IN (SELECT x.a FROM secret AS x) ORDER BY a',
      'not secret',
    ],
    [
      'SELECT SUM(t.a) AS a FROM `protected.trip` AS t WHERE COALESCE((SELECT MAX(x.a) FROM secret AS x), 1) > 0',
      'not secret',
    ],
    ['SELECT t.a AS a FROM (SELECT x.a AS a FROM secret AS x) AS t ORDER BY a', 'not secret'],
    [
      'WITH a AS (SELECT b.x AS x FROM b), b AS (SELECT 1 AS x) SELECT a.x AS x FROM a ORDER BY x',
      'not b',
    ],
    [
      'WITH a AS (SELECT c.x AS x FROM (SELECT b.x AS x FROM b) AS c), b AS (SELECT 1 AS x) SELECT a.x AS x FROM a ORDER BY x',
      'not b',
    ],
    [
      'WITH trip AS (SELECT 1 AS x) SELECT t.a AS a FROM `protected.trip` AS t ORDER BY a',
      'a name that is taken',
    ],
    [
      'WITH a AS (SELECT 1 AS x), A AS (SELECT 2 AS x) SELECT a.x AS x FROM a ORDER BY x',
      'a name that is taken',
    ],
    [
      'SELECT t.a AS a FROM (WITH b AS (SELECT 1 AS a) SELECT b.a AS a FROM b) AS t ORDER BY a',
      'WITH stands at the start',
    ],
    [
      'SELECT t.a AS a FROM `protected.trip` AS t WHERE t.a IN (SELECT b.a FROM `protected.area` AS b ORDER BY a LIMIT 1) ORDER BY a',
      'belong to the whole query',
    ],
    ['SELECT 1 AS a ORDER BY a UNION ALL SELECT 2 AS a', 'after the last UNION'],
    ['SELECT 1 AS a UNION SELECT 2 AS a ORDER BY a', 'UNION must be followed by ALL or DISTINCT'],
    [
      'SELECT t.a AS a FROM `protected.trip` AS t WHERE TRUE WHERE TRUE ORDER BY a',
      'WHERE stands twice',
    ],
    // Aliases that may also be columns.
    [
      'SELECT DATE_TRUNC(t.week, MONTH) AS week, SUM(t.a) AS a FROM `protected.trip` AS t GROUP BY week ORDER BY week',
      'never the alias week',
    ],
    ['SELECT t.b AS a FROM `protected.trip` AS t GROUP BY a ORDER BY a', 'never the alias a'],
    ['SELECT t.a AS t FROM `protected.trip` AS t GROUP BY t.a ORDER BY t', 'both named t'],
    [
      'SELECT t.a AS b, MAX(t.c) AS T FROM `protected.trip` AS t GROUP BY a HAVING SUM(t.c) > 0 ORDER BY b',
      'both named t',
    ],
    [
      'SELECT t.w AS w, SUM(t.a) AS a FROM `protected.trip` AS t GROUP BY t.w HAVING SUM(a) > 1 ORDER BY w',
      'never the alias a',
    ],
    [
      'SELECT DATE_TRUNC(t.d, MONTH) AS m FROM `protected.trip` AS t GROUP BY DATE_TRUNC(t.d, MONTH) ORDER BY m',
      'GROUP BY names columns',
    ],
    // Order.
    ['SELECT t.a AS a FROM `protected.trip` AS t', 'ORDER BY must name a'],
    ['SELECT t.a AS a, t.b AS b FROM `protected.trip` AS t ORDER BY a', 'ORDER BY must name b'],
    [
      'SELECT DISTINCT t.a AS a, t.b AS b FROM `protected.trip` AS t ORDER BY b',
      'ORDER BY must name a',
    ],
    [
      'SELECT t.a AS a, t.b AS b, SUM(t.c) AS c FROM `protected.trip` AS t GROUP BY t.a, t.b ORDER BY c, b',
      'ORDER BY must name a',
    ],
    [
      'SELECT SUM(t.c) AS c FROM `protected.trip` AS t GROUP BY t.a ORDER BY c',
      'every grouping key is selected',
    ],
    [
      'SELECT SUM(t.c) AS c FROM `protected.trip` AS t UNION ALL SELECT SUM(t.c) AS c FROM `protected.trip` AS t',
      'ORDER BY must name c',
    ],
    ['SELECT t.a AS a FROM `protected.trip` AS t ORDER BY t.a', 'ORDER BY names outputs'],
    ['SELECT t.a AS a FROM `protected.trip` AS t ORDER BY 1', 'ORDER BY names outputs'],
    ['SELECT t.a + 1 FROM `protected.trip` AS t ORDER BY a', 'every output has a name'],
    [
      'SELECT t.a AS a, t.b AS a FROM `protected.trip` AS t ORDER BY a',
      'two outputs have one name',
    ],
    [
      'SELECT t.a AS a, (SELECT MAX(x.a) FROM `protected.area` AS x) AS b FROM `protected.trip` AS t',
      'ORDER BY must name a',
    ],
  ])('%s', (sql, why) => {
    expect(() => rewrite(sql)).toThrow(why);
  });

  test('names the line', () => {
    expect(() => rewrite('-- one\nSELECT\n  CONCAT(a) AS a')).toThrow(/^line 3: CONCAT/u);
  });
});
