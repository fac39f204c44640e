import { ofRow } from '#test/oracle/corpus/questions.ts';

/** A rule of the rewriter: GoogleSQL, and what DuckDB would be given without that rule alone. */
export type Rule = {
  readonly rule: string;
  readonly google: string;
  readonly without: string;
  /** What DuckDB then does: it answers otherwise, or it cannot run the query. */
  readonly effect: 'otherRows' | 'fails';
};

const plain = (expression: string) =>
  `SELECT t.id AS id, ${expression} AS v FROM sample AS t ORDER BY id, v`;

function ofExpression(rule: string, google: string, without: string, effect: Rule['effect']): Rule {
  return { rule, google: ofRow(google), without: plain(without), effect };
}

const all = 'FROM `protected.sample` AS t';

/** Each rule that the engines need. Alike in both, so that nothing is lost without it: IF, IFNULL, CAST to INTEGER in an interval. */
export const rules: readonly Rule[] = [
  ofExpression('a parameter is $name: @ is ABS in DuckDB', '@number', '@n', 'otherRows'),
  {
    rule: 'a table loses its back-ticks',
    google: `SELECT COUNT(*) AS v ${all}`,
    without: `SELECT count(*) AS v ${all}`,
    effect: 'fails',
  },
  {
    rule: 'names are quoted',
    google: `SELECT t.id AS check ${all} ORDER BY check`,
    without: 'SELECT t.id AS check FROM sample AS t ORDER BY check',
    effect: 'fails',
  },
  ofExpression('a text in double quotes is no column', '"s"', '"s"', 'otherRows'),
  ofExpression('escapes are read', "'a\\tb'", "'a\\tb'", 'otherRows'),
  ofExpression('a quote is doubled', "'it\\'s'", "'it's'", 'fails'),
  ofExpression('a raw text loses its r', "r'\\d'", "r'\\d'", 'fails'),
  ofExpression(
    'a number with a point is a double',
    '0.1 + 0.2 = 0.3',
    '0.1 + 0.2 = 0.3',
    'otherRows',
  ),
  ofExpression(
    'IN UNNEST is IN (SELECT unnest)',
    't.s IN UNNEST(@list)',
    't.s IN UNNEST($list)',
    'otherRows',
  ),
  {
    rule: 'EXCEPT is EXCLUDE',
    google:
      'WITH few AS (SELECT * EXCEPT (s) FROM `protected.sample`) SELECT few.id AS id FROM few ORDER BY id',
    without:
      'WITH few AS (SELECT * EXCEPT (s) FROM sample) SELECT few.id AS id FROM few ORDER BY id',
    effect: 'fails',
  },
  {
    rule: 'COUNTIF counts none as 0',
    google: `SELECT COUNTIF(t.b) AS v ${all} WHERE t.b IS NULL`,
    without: 'SELECT count_if(t.b) AS v FROM sample AS t WHERE t.b IS NULL',
    effect: 'otherRows',
  },
  ofExpression(
    'SAFE_DIVIDE by 0 is NULL',
    'SAFE_DIVIDE(t.n, t.m) > 0',
    't.n / t.m > 0',
    'otherRows',
  ),
  ofExpression(
    'SAFE_DIVIDE is no function of DuckDB',
    'SAFE_DIVIDE(t.n, t.m)',
    'safe_divide(t.n, t.m)',
    'fails',
  ),
  ofExpression(
    'ROUND of a whole number is a double',
    'ROUND(9007199254740993) = 9007199254740992',
    'round(9007199254740993) = 9007199254740992',
    'otherRows',
  ),
  ofExpression('FLOAT64 is DOUBLE', 'CAST(t.n AS FLOAT64)', 'CAST(t.n AS FLOAT64)', 'fails'),
  ofExpression(
    'REGEXP_CONTAINS is regexp_matches',
    "REGEXP_CONTAINS(t.s, 'b')",
    "regexp_contains(t.s, 'b')",
    'fails',
  ),
  ofExpression(
    'REGEXP_CONTAINS looks anywhere in a text',
    "REGEXP_CONTAINS(t.s, 'b')",
    "regexp_full_match(t.s, 'b')",
    'otherRows',
  ),
  ofExpression(
    'the start of a period is a date',
    'DATE_TRUNC(t.d, MONTH)',
    "date_trunc('month', t.d)",
    'fails',
  ),
  ofExpression(
    'ISOWEEK is week',
    'DATE_TRUNC(t.d, ISOWEEK)',
    "CAST(date_trunc('isoweek', t.d) AS DATE)",
    'fails',
  ),
  ofExpression(
    'a difference counts from the second date',
    'DATE_DIFF(t.d, t.e, DAY)',
    "date_diff('day', t.d, t.e)",
    'otherRows',
  ),
  ofExpression(
    'weeks between are Mondays crossed',
    'DATE_DIFF(t.d, t.e, ISOWEEK)',
    "date_diff('week', t.e, t.d)",
    'otherRows',
  ),
  ofExpression(
    'a shifted date is a date',
    'DATE_ADD(t.d, INTERVAL 1 MONTH)',
    't.d + to_months(1)',
    'fails',
  ),
  ofExpression(
    'DATE_SUB goes back',
    'DATE_SUB(t.d, INTERVAL 1 DAY)',
    'CAST(t.d + to_days(1) AS DATE)',
    'otherRows',
  ),
  ofExpression(
    'a week of an interval is 7 days',
    'DATE_ADD(t.d, INTERVAL 2 WEEK)',
    'CAST(t.d + to_days(2) AS DATE)',
    'otherRows',
  ),
  ofExpression(
    'a count of units is in brackets',
    'DATE_ADD(t.d, INTERVAL @number + 1 WEEK)',
    'CAST(t.d + to_days(CAST(7 * $number + 1 AS INTEGER)) AS DATE)',
    'otherRows',
  ),
  ofExpression(
    'the days of a week begin with Sunday, at 1',
    'EXTRACT(DAYOFWEEK FROM t.d)',
    'extract(dow FROM t.d)',
    'otherRows',
  ),
  ofExpression(
    'ISOYEAR is not YEAR',
    'EXTRACT(ISOYEAR FROM t.d)',
    'extract(year FROM t.d)',
    'otherRows',
  ),
  ofExpression(
    'ISOWEEK of a date is week',
    'EXTRACT(ISOWEEK FROM t.d)',
    'extract(isoweek FROM t.d)',
    'fails',
  ),
  {
    rule: 'NULL comes first',
    google: `SELECT t.n AS n, t.id AS id ${all} ORDER BY n, id`,
    without: 'SELECT t.n AS n, t.id AS id FROM sample AS t ORDER BY n NULLS LAST, id',
    effect: 'otherRows',
  },
];
