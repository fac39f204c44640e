import { expect, test } from 'vitest';
import { reportSeldom } from '#src/edges/store/jobs/report-seldom.ts';
import { toldFault, warnedFault } from '#src/edges/store/jobs/told-fault.ts';
import { makeStoreFault } from '#src/edges/store/store-fault.ts';
import type { Fault } from '#src/fault.ts';

const ofPostgres = Object.assign(new Error('terminating connection'), { code: '57P01' });
const full = makeStoreFault('diskFull');
/** As a worker of pg-boss passes an error on. */
const byWorker = (error: Error) =>
  Object.assign({}, error, { message: `${error.message} (Queue: digest)` });

test.for([
  ['an error of the database', ofPostgres, 'unreachable'],
  ['one by way of a worker', byWorker(ofPostgres), 'unreachable'],
  ['one that has no code', byWorker(new Error('Connection terminated')), 'unreachable'],
  ['a fault', full, 'diskFull'],
  ['a fault by way of a worker', byWorker(full), 'diskFull'],
  ['any other error', new Error('SELECT secret'), 'broken'],
  ['any other error by way of a worker', byWorker(new Error('SELECT secret')), 'broken'],
  ['what is no error', 'SELECT secret', 'broken'],
] as const)('%s that pg-boss tells of is a fault', ([, told, code]) => {
  const fault = toldFault(told);
  expect(fault).toMatchObject({ name: 'StoreFault', code });
  expect(fault.message).not.toMatch(/SELECT|Queue/u);
});

test('a warning of pg-boss is a fault that says its kind, and nothing of its data', () => {
  const fault = warnedFault({
    message: 'slow: SELECT 1',
    data: { type: 'clock_skew', sql: 'SELECT 1' },
  });
  expect(fault.message).toBe('pg-boss warns of the database of the jobs (clock_skew)');
  expect(warnedFault({ message: 'slow', data: {} }).message).not.toContain('(');
});

test('each kind of fault is reported once a minute', () => {
  const reported: Fault[] = [];
  let now = 0;
  const report = reportSeldom(
    (fault) => reported.push(fault),
    () => now,
  );
  for (now = 0; now < 180_000; now += 1000) {
    report(makeStoreFault('unreachable'));
    if (now === 61_000 || now === 70_000) report(full);
  }
  expect(reported.map(({ code }) => code)).toEqual([
    'unreachable',
    'unreachable',
    'diskFull',
    'unreachable',
  ]);
});
