import type { Dataset, Row } from '#test/oracle/data/dataset.ts';
import { schema } from '#test/oracle/corpus/sample.ts';

const nothing: Row = {
  s: null,
  u: null,
  n: null,
  m: null,
  x: null,
  y: null,
  d: null,
  e: null,
  b: null,
  c: null,
};

/** Rows in which the two engines show what they read differently. */
export const fewRows: Dataset = {
  schema,
  tables: {
    sample: [
      { ...nothing, id: 1 },
      { ...nothing, id: 2, s: 'ab', n: 3, m: 0, x: 2.5, d: '2021-01-03', e: '2021-01-04', b: true },
      {
        ...nothing,
        id: 3,
        s: '1e3',
        n: -7,
        m: 2,
        x: -2.5,
        d: '2020-02-29',
        e: '2020-03-31',
        b: false,
      },
      { ...nothing, id: 4, s: '50%', n: 40, m: 40, x: 0.15, d: '2021-01-31', e: '2019-12-30' },
    ],
    pair: [{ key: 'ab', label: 'k', amount: 1 }],
  },
};
