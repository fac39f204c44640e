import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Fault } from '#src/fault.ts';
import { sayFault } from '#src/say-fault.ts';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { useReleaseDouble } from '#test/support/bigquery/use-release-double.ts';
import { faultCases, provoke } from './fault-cases.ts';
import { writeFaults, type Came } from './write-faults.ts';

const page = join(import.meta.dirname, '../../../../docs/warehouse-faults.md');
const patienceMs = 60_000;

whereInstalled('what people see when BigQuery fails', () => {
  const { open } = useReleaseDouble();
  const came: Came[] = [];

  test.each(faultCases)(
    '$when: $what',
    async (one) => {
      const fault = await provoke(one, await open(one.tables));
      if (!(fault instanceof Fault)) throw new Error('no fault came of it', { cause: fault });
      expect(fault).toMatchObject({ name: 'WarehouseFault', code: one.code });
      expect(JSON.stringify([fault.message, fault.stack])).not.toMatch(
        /SELECT|DOCTYPE|token-b|bigquery\.googleapis/u,
      );
      came.push({ one, fault });
    },
    patienceMs,
  );

  test('each fault of a question has a sentence of its own for whoever asked', () => {
    const said = came
      .filter(({ one }) => one.when === 'question')
      .map(({ fault }) => sayFault('7F3A', fault).message);
    expect(said.filter((message) => message.includes('Something went wrong'))).toEqual([]);
  });

  // RECORD=1 writes it anew.
  test('docs/warehouse-faults.md is written from these cases', () => {
    expect(came).toHaveLength(faultCases.length);
    if (process.env['RECORD'] === '1') writeFileSync(page, writeFaults(came));
    expect(readFileSync(page, 'utf8')).toBe(writeFaults(came));
  });
});
