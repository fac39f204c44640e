import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownFolder } from '#test/support/own-folder.ts';
import { inventedAreas, inventedEvents, inventedTrips } from './invented-data.ts';

const main = join(import.meta.dirname, '../../src/main.ts');

function run(home: string, ...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...argv], {
    encoding: 'utf8',
    env: { ...process.env, MOBILITY_HOME: home },
  });
  return { status, stdout, stderr };
}

test('a file is imported and released by two commands, which say what they did and what to type next', () => {
  const home = ownFolder();
  const place = (name: string, text: string): string => {
    writeFileSync(join(home, name), text);
    return join(home, name);
  };
  const files = [
    '--trips',
    place('trips.csv', inventedTrips()),
    '--areas',
    place('areas.csv', inventedAreas),
    '--events',
    place('events.yml', inventedEvents),
  ];
  const imported = run(home, 'import', ...files, '--name', 'lowland');
  expect(imported).toMatchObject({ status: 0, stderr: '' });
  expect(imported.stdout).toContain('15 weeks, 4 January 2021 to 18 April 2021.');
  expect(imported.stdout).toContain('Left out: 2 days of weeks that are not complete');
  expect(imported.stdout).toMatch(
    /Next: npm run release\nThen: npm run ask -- region:"District 0\d"\n$/u,
  );

  const released = run(home, 'release');
  expect(released).toMatchObject({ status: 0, stderr: '' });
  expect(released.stdout).toMatch(/Made lowland-2021-04-18-[0-9a-f]{8} in /u);
  expect(released.stdout).toMatch(
    /\n(lowland-2021-04-18-[0-9a-f]{8}) is staged\. It answers once two other people have approved it \(npm run release -- approve \1 --as WHO\) and it is made live\.\n$/u,
  );
  expect(released.stdout).not.toContain(
    readFileSync(join(home, 'keys/lowland.key'), 'utf8').trim(),
  );
  expect(run(home, 'release').stdout).toContain('was made before, and nothing was drawn');
  expect(readdirSync(join(home, 'releases'))).not.toContain('ledger.jsonl');

  writeFileSync(join(home, 'keys/lowland.key'), `${'ab'.repeat(32)}\n`);
  const again = run(home, 'release');
  expect(again.status).toBe(1);
  expect(again.stderr).toMatch(
    /^Not released: these trips were released as .* with another key: /u,
  );
});

test('a file that will not do is refused with its lines, and nothing is in use', () => {
  const home = ownFolder();
  writeFileSync(
    join(home, 'trips.csv'),
    'week,origin,destination,trips,devices\n2020-01-06,01,09,12,4\n',
  );
  writeFileSync(join(home, 'areas.csv'), 'code,name\n01,East\n');
  const { status, stdout, stderr } = run(
    home,
    'import',
    '--trips',
    join(home, 'trips.csv'),
    '--areas',
    join(home, 'areas.csv'),
  );
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(
    'trips.csv:2: destination "09" is not a code of the areas file\nNothing was imported: 1 problem. Mend the files and run the import again.\n',
  );
  expect(() => readFileSync(join(home, 'raw/current.json'))).toThrow('ENOENT');
});

test('a word that the release command does not know gets its usage, and makes nothing', () => {
  const home = ownFolder();
  const { status, stdout } = run(home, 'release', 'publish');
  expect(status).toBe(1);
  expect(stdout).toContain('npm run release -- withdraw NAME --reason "WORDS" [--as WHO]');
  expect(run(home, 'release', '--help')).toEqual({ status: 0, stdout, stderr: '' });
  expect(existsSync(join(home, 'releases'))).toBe(false);
});

test('a command that is not understood says so and how to ask for help', () => {
  const home = ownFolder();
  expect(run(home, 'import', '--trips', 'x.csv')).toEqual({
    status: 1,
    stdout: '',
    stderr:
      '--areas is missing: name the file of areas (code, name).\nHow to call it: npm run import -- --help\n',
  });
});
