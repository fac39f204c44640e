import { addDays } from '#src/week.ts';
import { between, pick } from '#test/attack/seeded.ts';
import type { Dataset, Plain, Row } from '#test/oracle/data/dataset.ts';

/** The tables that `makeSample` fills. */
export const schema = `
CREATE TABLE sample (id BIGINT NOT NULL, s VARCHAR, u VARCHAR, n BIGINT, m BIGINT, x DOUBLE, y DOUBLE, d DATE, e DATE, b BOOLEAN, c BOOLEAN);
CREATE TABLE pair (key VARCHAR, label VARCHAR, amount BIGINT);`;

const texts = ['', 'a', 'A', 'ab', 'E01', 'E02x', 'é', 'Ōtara', '😀b', "it's", '%', 'a\nb', '\\d'];
const numbers = [-7, -1, 0, 1, 2, 3, 40, 1_000_000_000_000];
const reals = [-2.5, -1.5, -0.5, 0, 0.15, 0.5, 1, 2.5, 1234567.125];
const days = [
  '2020-02-29',
  '2021-01-03',
  '2021-01-04',
  '2019-12-30',
  '2021-01-31',
  '2021-05-31',
  '2020-12-31',
];

/** Rows for expressions of every kind, with NULL in any column but `id`. Sometimes there are none. */
export function makeSample(rng: () => number): Dataset {
  const rows = rng() < 0.05 ? 0 : between(rng, 1, 14);
  return {
    schema,
    tables: {
      sample: Array.from({ length: rows }, (_, at) => makeRow(rng, at)),
      pair: Array.from({ length: between(rng, 0, 6) }, () => ({
        key: maybe(rng, pick(rng, texts)),
        label: maybe(rng, pick(rng, texts)),
        amount: maybe(rng, pick(rng, numbers)),
      })),
    },
  };
}

/** Columns come in twos, so that an expression may compare like with like. */
function makeRow(rng: () => number, id: number): Row {
  const text = () => maybe(rng, pick(rng, texts));
  const number = () => maybe(rng, pick(rng, numbers));
  const real = () => maybe(rng, pick(rng, reals));
  const day = () =>
    maybe(rng, rng() < 0.5 ? pick(rng, days) : addDays('1999-12-01', between(rng, 0, 12_000)));
  const truth = () => maybe(rng, rng() < 0.5);
  return {
    id,
    s: text(),
    u: text(),
    n: number(),
    m: number(),
    x: real(),
    y: real(),
    d: day(),
    e: day(),
    b: truth(),
    c: truth(),
  };
}

function maybe(rng: () => number, value: Plain): Plain {
  return rng() < 0.25 ? null : value;
}
