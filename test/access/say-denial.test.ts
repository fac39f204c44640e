import { expect, test } from 'vitest';
import type { Tier } from '#src/access/access-config.ts';
import type { Reason } from '#src/access/judge.ts';
import { sayDenial } from '#src/access/say-denial.ts';
import { standingWords } from '#src/access/standing-words.ts';
import { commands } from '#src/grammar/keys.ts';
import { bannedWords, readingGrade } from '#test/support/traced-words.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { asked, inventedVocabulary, open } from './cases.ts';

const ask = asked('flows destination:Leeds');

function words(
  reason: Reason,
  tier: Tier | undefined,
  vocabulary = ukVocabulary,
  question = ask,
): string {
  const { kind, message, next } = sayDenial(reason, { ask: question, tier, vocabulary });
  expect(kind).toBe('notPermitted');
  return `${message} | ${next}`;
}

/** Each reason, where it needs one with a tier that gives it. */
const all: readonly (readonly [name: string, said: string])[] = [
  // The keys of the table are the reasons.
  ...(Object.keys(standingWords) as (keyof typeof standingWords)[]).map(
    (reason) => [reason, words(reason, open)] as const,
  ),
  ['settings', words('settings', { ...open, level: 'ward' })],
  ['command', words('command', { ...open, commands: ['trend'] })],
  ['command, several', words('command', { ...open, commands: ['help', 'compare', 'trend'] })],
  ...commands.map(
    (command) =>
      [
        `command ${command}`,
        words(
          'command',
          { ...open, commands: commands.filter((one) => one !== command) },
          ukVocabulary,
          asked(
            command === 'trend'
              ? 'region:London'
              : command === 'compare'
                ? 'region:London,Leeds'
                : command === 'flows'
                  ? 'flows'
                  : command,
          ),
        ),
      ] as const,
  ),
  [
    'command, of a method',
    words(
      'command',
      { ...open, commands: ['method', 'help'] },
      ukVocabulary,
      asked('method flows'),
    ),
  ],
  ['areas, one', words('areas', { ...open, areas: ['E12000007'] })],
  [
    'areas, one that is not cut',
    words('areas', { ...open, level: 'region', areas: ['E12000001'] }),
  ],
  ['areas, several', words('areas', { ...open, areas: ['E12000007', 'W92000004', 'nowhere'] })],
  [
    'areas, many',
    words('areas', {
      ...open,
      level: 'region',
      areas: ukVocabulary.areas.slice(6, 13).map(({ code }) => code),
    }),
  ],
  ['level', words('level', { ...open, level: 'region' })],
  ['level, the largest', words('level', { ...open, level: 'kingdom' })],
  ['level, with areas', words('level', { ...open, level: 'region', areas: ['E92000001'] })],
  ['level, elsewhere', words('level', { ...open, level: 'hundred' }, inventedVocabulary)],
  ['modes, none', words('modes', { ...open, modes: 'none' })],
  ['modes, some', words('modes', { ...open, modes: ['active', 'rail'] })],
  ['modes, unknown', words('modes', { ...open, modes: ['tram'] })],
  ['level, without a tier', words('level', undefined)],
];

test('says this', () => {
  expect(all.map(([name, said]) => `${name}: ${said}`).join('\n')).toMatchSnapshot();
});

test('every reason has a sentence of its own', () => {
  const messages = Object.values(standingWords).map(([message]) => message);
  expect(new Set(messages).size).toBe(messages.length);
  expect(messages.length).toBe(16);
});

test('each is one short sentence and one plain step, without jargon, and easy to read', () => {
  for (const [name, said] of all) {
    const [message = '', next = ''] = said.split(' | ');
    expect(message, name).toMatch(/^\p{Lu}[^.!?]*\.$/u);
    expect(next, name).toMatch(/^\p{Lu}[^.!?]*\.$/u);
    expect(message.split(' ').length, name).toBeLessThanOrEqual(25);
    expect(said, name).not.toMatch(bannedWords);
    expect(said, name).not.toMatch(
      /\b(tier|grant|role|policy|threshold|suppress|undefined)|[CGDS]\d{3}| {2}|–|—/u,
    );
  }
  expect(readingGrade(all.flatMap(([, said]) => said.split(' | ')))).toBeLessThanOrEqual(9);
});
