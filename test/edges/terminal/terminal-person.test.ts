import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { terminalPerson } from '#src/edges/terminal/terminal-person.ts';

test.each([
  ['ann', 'account:ann'],
  ['Ann.Smith', 'account:ann.smith'],
  ['  ANN-2 ', 'account:ann-2'],
])(
  'whoever says that they are "%s" is taken at their word, and the account is recorded beside it',
  (name, id) => {
    const { person, audit } = terminalPerson(name);
    expect(person).toBe(id);
    expect(audit).toMatchObject({
      actor: { kind: 'person', id },
      channel: { id: `terminal:${userInfo().username}`, audience: { kind: 'terminal' } },
    });
  },
);

test('whoever says nothing is the account', () => {
  expect(terminalPerson(undefined).person).toBe(`account:${userInfo().username.toLowerCase()}`);
});

test.each([
  '',
  ' ',
  'ann smith',
  '-ann',
  'ann\u0000',
  'ann\u202Ebob',
  'аnn',
  'a'.repeat(65),
  '<!channel>',
  'program'.repeat(20),
])('"%s" is no name', (name) => {
  expect(() => terminalPerson(name)).toThrow(
    expect.objectContaining({
      name: 'ConfigFault',
      code: 'badName',
      message:
        'that is no name: --as takes letters, digits, dots and dashes, such as --as ann.smith',
    }),
  );
});

// Only root may become somebody without a name, as a container does that runs under a number.
test.skipIf(process.getuid?.() !== 0)(
  'an account without a name is called by its number (needs root)',
  () => {
    const file = import.meta.resolve('#src/edges/terminal/terminal-person.ts');
    const code = `import(${JSON.stringify(file)}).then(({ terminalPerson }) => {
      process.setuid(54321);
      process.stdout.write(terminalPerson(undefined).person);
    })`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: 'account:uid-54321', stderr: '' });
  },
);
