import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approveRelease } from '#test/support/approve-release.ts';
import { z } from 'zod';
import { reference, whereReference } from '#test/support/reference.ts';
import { runProgram, type Run } from '#test/support/run-program.ts';

const british =
  /\b(UK|United Kingdom|Britain|British|England|English|Scotland|Wales|Northern Ireland|London|lift-date|work from home|guidance|Tube|bank holiday|synthetic)\b/iu;

const answer = z.object({
  ask: z.object({ read: z.string() }),
  finding: z.object({
    weeks: z.array(z.object({ week: z.string(), trips: z.object({ value: z.number() }) })),
  }),
  sentences: z.array(z.string()).min(2),
  table: z.object({ rows: z.array(z.array(z.string())) }),
});

describe.skipIf(!reference.present)(`real weekly flows between US states${whereReference}`, () => {
  let folder = '';
  let imported: Run = { code: -1, stdout: '', stderr: '' };
  const file = (name: string) => reference.path(`data/od_us_state/${name}`);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mobility-states-'));
    const files = [
      '--trips',
      file('us_state_od_weekly_53w_2020-01-06_2021-01-04.csv'),
      '--areas',
      file('us_states.csv'),
    ];
    const map = 'week=week_start,trips=pop_flows,devices=visitor_flows';
    imported = await runProgram(
      folder,
      'import',
      ...files,
      '--map',
      map,
      '--source',
      'Kang et al. 2020',
    );
    await runProgram(folder, 'release');
    await approveRelease(join(folder, 'home'));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('all 139,876 rows are imported', () => {
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain('139,876 weekly figures');
  });

  test.each([
    'region:California since:2020-03-16',
    'region:"New York"',
    'region:Wyoming since:2020-06-01',
    'help',
    'status',
  ])('%s is answered without a British word', async (text) => {
    const { code, stdout } = await runProgram(folder, 'ask', text);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(british);
  });

  test('the weeks of California add up to the raw trips that end there, to within rounding', async () => {
    const { stdout } = await runProgram(
      folder,
      'ask',
      'region:California',
      'since:2020-03-16',
      '--json',
    );
    const { finding } = answer.parse(JSON.parse(stdout));
    const raw = new Map<string, number>();
    for (const row of reference.csv(
      'data/od_us_state/us_state_od_weekly_53w_2020-01-06_2021-01-04.csv',
    )) {
      if (row['destination'] === '06')
        raw.set(
          row['week_start'] ?? '',
          (raw.get(row['week_start'] ?? '') ?? 0) + Number(row['pop_flows']),
        );
    }
    expect(finding.weeks.length).toBeGreaterThan(40);
    for (const { week, trips } of finding.weeks)
      expect(Math.abs(trips.value - (raw.get(week) ?? 0))).toBeLessThan(2000);
  });
});
