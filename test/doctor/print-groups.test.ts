import { expect, test } from 'vitest';
import { failed, note, ok } from '#src/doctor/check.ts';
import { printGroups } from '#src/doctor/print-groups.ts';

test('each line says how a thing stands, what was found, and under it what to do', () => {
  const printed = printGroups([
    {
      name: 'Slack',
      results: [
        { name: 'token', ...ok('Good.') },
        { name: 'manifest', ...note('What the app is set to in Slack cannot be read.') },
      ],
    },
    {
      name: 'Channels',
      results: [
        {
          name: 'C0123456789',
          ...failed(
            'This channel is archived, so questions are not answered here.',
            'Unarchive it, or take the channel out of mobility.config.yml.',
          ),
        },
      ],
    },
  ]);
  expect(printed).toEqual([
    'Slack',
    'ok    token        Good.',
    'note  manifest     What the app is set to in Slack cannot be read.',
    '',
    'Channels',
    '--    C0123456789  This channel is archived, so questions are not answered here.',
    '                   Unarchive it, or take the channel out of mobility.config.yml.',
    '',
    '1 ok, 1 to note, 1 to mend (--).',
  ]);
});

test('no line is longer than 80 characters', () => {
  const said = 'Many words. '.repeat(20).trim();
  const printed = printGroups([
    { name: 'Long', results: [{ name: 'C0123456789', ...failed(said, said) }] },
  ]);
  expect(printed.length).toBeGreaterThan(8);
  expect(printed.filter((line) => line.length > 80)).toEqual([]);
});

test('a command to copy is never broken', () => {
  const next = 'Look in a newer backup of the state; what is missing: npm run audit -- verify';
  const printed = printGroups([
    { name: 'State', results: [{ name: 'audit', ...failed('Cut.', next) }] },
  ]);
  expect(printed).toContain(`${' '.repeat(13)}npm run audit -- verify`);
});

test('where all is well only that is counted', () => {
  expect(printGroups([{ name: 'One', results: [{ name: 'it', ...ok('Well.') }] }]).at(-1)).toBe(
    '1 ok.',
  );
});
