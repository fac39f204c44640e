import type { Query } from '@google-cloud/bigquery';
import { askOf } from './ask-of.ts';

const status = '`mobility-test.released.data_status`';
const leaves = '`mobility-test.released.leaf_weekly`';

/** Queries that cannot be done: why the job fails, and what its error says. */
export const failingQueries: readonly {
  readonly what: string;
  readonly ask: Query;
  readonly reason: string;
  readonly says: string;
}[] = [
  {
    what: 'SQL that names no column',
    ask: askOf(`SELECT nope FROM ${status}`),
    reason: 'invalidQuery',
    says: 'Unrecognized name: nope; Did you mean note? [at 1:8]',
  },
  {
    what: 'what is no SQL',
    ask: askOf('SELEC 1'),
    reason: 'invalidQuery',
    says: 'Syntax error: Unexpected identifier "SELEC" [at 1:1]',
  },
  {
    what: 'a sum that cannot be done',
    ask: askOf('SELECT DIV(1, 0) AS n'),
    reason: 'invalidQuery',
    says: 'division by zero: 1 / 0',
  },
  {
    what: 'a parameter that is not given',
    ask: askOf('SELECT @n AS n'),
    reason: 'invalidQuery',
    says: "Query parameter 'n' not found [at 1:8]",
  },
  {
    what: 'a parameter that is not used',
    ask: askOf('SELECT 1 AS n', { spare: 'x' }),
    reason: 'invalidQuery',
    says: "Query parameter 'spare' is given and not used",
  },
  {
    what: 'a partitioned table without its filter',
    ask: askOf(`SELECT week FROM ${leaves} WHERE mode = 'bus'`),
    reason: 'invalidQuery',
    says: "Cannot query over table 'mobility-test.released.leaf_weekly' without a filter over column(s) 'release_number' that can be used for partition elimination",
  },
  {
    what: 'a partitioned table that is filtered only in one of two readings',
    ask: askOf(
      `SELECT a.week AS week FROM (SELECT week FROM ${leaves} WHERE release_number = 1) AS a JOIN ${leaves} AS b ON b.week = a.week`,
    ),
    reason: 'invalidQuery',
    says: "without a filter over column(s) 'release_number'",
  },
  {
    what: 'a table of a dataset that the account may not read',
    ask: askOf('SELECT device FROM `mobility-test.raw.trips`'),
    reason: 'accessDenied',
    says: 'Access Denied: Table mobility-test:raw.trips: User does not have permission to query table',
  },
  {
    what: 'a table that is not there',
    ask: askOf('SELECT a FROM `mobility-test.released.gone`'),
    reason: 'notFound',
    says: 'Not found: Table mobility-test:released.gone was not found in location europe-west2',
  },
  {
    what: 'a table that is named without its project',
    ask: askOf('SELECT a FROM `released.data_status`'),
    reason: 'invalidQuery',
    says: 'must be qualified with a project',
  },
  {
    what: 'two columns of one name',
    ask: askOf('SELECT 1 AS n, 2 AS n'),
    reason: 'invalidQuery',
    says: 'Found duplicate(s): n',
  },
  {
    what: 'a table that is made',
    ask: askOf('CREATE TABLE `mobility-test.released.mine` AS SELECT 1 AS n'),
    reason: 'accessDenied',
    says: 'Permission bigquery.tables.create denied on dataset mobility-test:released',
  },
  {
    what: 'rows that are deleted',
    ask: askOf(`DELETE FROM ${status} WHERE TRUE`),
    reason: 'accessDenied',
    says: 'Permission bigquery.tables.updateData denied',
  },
  {
    what: 'more bytes than may be billed',
    ask: askOf(`SELECT note FROM ${status}`, {}, { maximumBytesBilled: '10485759' }),
    reason: 'bytesBilledLimitExceeded',
    says: 'Query exceeded limit for bytes billed: 10485759. 10485760 or higher required.',
  },
];
