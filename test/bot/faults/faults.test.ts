import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeLog } from '#src/edges/log/make-log.ts';
import { everyNth } from '#test/support/thorough.ts';
import { casesOf } from './fault-case.ts';
import { faultGroups } from './fault-groups.ts';
import { runCases, type Running } from './run-cases.ts';
import { writeFaults } from './write-faults.ts';

const patienceMs = 590_000;
const all = faultGroups.flatMap((group) =>
  casesOf(group).map((one) => ({ ...one, step: group.step })),
);
const cases = everyNth(8, all);

let running: Running;
beforeAll(() => {
  running = runCases(cases);
});

describe('never two answers, never silence, never a file that nobody sees', () => {
  test.each(cases.map((one, index) => ({ ...one, index })))(
    '$step, $call: $fault × $times',
    async ({ index, sees }) => {
      const answers = sees.posted === undefined ? 0 : 1;
      const isUnsure = sees.direct?.some((text) => text.includes('may have been posted')) ?? false;
      expect(await running.results[index]).toEqual({
        sees,
        answers: isUnsure ? 1 : answers,
        orphans: 0,
      });
    },
    patienceMs,
  );
});

test('whoever asked always sees something; only the page of the bot may stay as it was', () => {
  const silent = all.filter(({ sees }) => Object.keys(sees).length === 0);
  expect(new Set(silent.map(({ call }) => call))).toEqual(new Set(['views.publish']));
});

test(
  'the audits are whole, and nothing in the log is a secret or anybody’s words',
  async () => {
    const { reports, entries } = await running.ended;
    expect(entries).toBeGreaterThan(5 * cases.length);
    const home = await mkdtemp(join(tmpdir(), 'mobility-faults-'));
    try {
      const { report } = makeLog(home);
      for (const each of reports) report(each);
      const log = await readFile(join(home, 'mobility.log'), 'utf8');
      expect(log).toMatch(/Slack took too long/u);
      expect(log).not.toMatch(
        /xoxb|xapp|signing secret|Alderton|regin|lift-date|SELECT|127\.0\.0\.1|[CDFTU]0FAKE/u,
      );
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  },
  patienceMs,
);

/** RECORD=1 writes it anew. */
test('docs/slack-faults.md is written from these cases', () => {
  const page = join(import.meta.dirname, '../../../docs/slack-faults.md');
  if (process.env['RECORD'] === '1') writeFileSync(page, writeFaults(faultGroups));
  expect(readFileSync(page, 'utf8')).toBe(writeFaults(faultGroups));
});
