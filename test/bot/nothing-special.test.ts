import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { goldenNames, readQuestion, readRecorded } from '#test/asks/golden-ask.ts';
import { makeRecordedWarehouse } from '#test/support/recorded-warehouse.ts';
import * as arden from '#test/support/tiny-release/country.ts';

const project = join(import.meta.dirname, '../..');
const rooms = ['src/bot', 'src/access', 'src/edges/slack'];

type Source = { readonly file: string; readonly text: string };

const sources: readonly Source[] = rooms.flatMap((room) =>
  readdirSync(join(project, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      file: `${room}/${file}`,
      text: readFileSync(join(project, room, file), 'utf8'),
    })),
);

/** The IDs that messages to the operator give as examples. */
const examples = new Set(['C0123456789', 'S0123456789', 'U0123456789']);
/** The people and channels of the local page are made up there. */
const madeUp = /^src\/edges\/slack\/local\/(?:town|local-receiver)\.ts$/u;
const slackId = /\b[BCDEFGSTUVWX]0[A-Z0-9]{6,}\b/gu;
const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gu;
const comment = /\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*$/gmu;

type Words = Pick<Vocabulary, 'areas' | 'aliases' | 'modes'> & {
  readonly events: readonly { readonly slug: string; readonly label: string }[];
};

/** Whatever names a place, a type of transport or an event. */
const namesOf = ({ areas, aliases, modes, events }: Words): readonly string[] => [
  ...areas.flatMap(({ code, name }) => [code, name]),
  ...aliases.map(({ alias }) => alias),
  ...modes.flatMap(({ value, label }) => [value, label]),
  ...events.flatMap(({ slug, label }) => [slug, label]),
];

let names: ReadonlySet<string>;
let asked: readonly string[];
beforeAll(async () => {
  const { release, words } = await readRecorded();
  const vocabulary = await readVocabulary(makeRecordedWarehouse(release, words), {
    deadlineMs: 20_000,
  });
  const { areas, aliases, modes, events } = arden;
  names = new Set(
    [...namesOf(vocabulary), ...namesOf({ areas, aliases, modes, events })].map((name) =>
      name.toLowerCase(),
    ),
  );
  expect(names.size).toBeGreaterThan(300);
  const all = await Promise.all(goldenNames().map(readQuestion));
  asked = all.filter((text) => /[: ]/u.test(text));
});

/** All runs of one to six words of a text, in small letters. */
function runsOf(text: string): readonly string[] {
  const parts = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’.:-]*/gu) ?? [];
  return parts.flatMap((_, from) =>
    Array.from({ length: 6 }, (__, more) => parts.slice(from, from + more + 1).join(' ')),
  );
}

/** What a source says of one channel, person, place, event, type of transport or question. */
function findSpecial(text: string): readonly string[] {
  const code = text.replaceAll(comment, '');
  const ids = (code.match(slackId) ?? []).filter((id) => !examples.has(id));
  const literals = (code.match(literal) ?? []).map((quoted) => quoted.slice(1, -1));
  const named = literals.flatMap(runsOf).filter((run) => names.has(run));
  const questions = asked.filter((question) => code.includes(question));
  return [...new Set([...ids, ...named, ...questions])];
}

test('no channel, person, place, event or question is treated apart from others', () => {
  expect(sources.length).toBeGreaterThan(100);
  const found = sources.flatMap(({ file, text }) =>
    findSpecial(text)
      .filter((special) => !(madeUp.test(file) && special.match(slackId)))
      .map((special) => `${file}: ${special}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ["if (channel === 'C0FAKE00006') return;", 'C0FAKE00006'],
  ['const team = "T024BE7LH";', 'T024BE7LH'],
  ["const place = 'Camden';", 'camden'],
  ['say(`trips in the East Midlands rose`);', 'east midlands'],
  ["if (code === 'E12000007') return;", 'e12000007'],
  ["const usual = 'region:Alderton';", undefined],
  ["if (name === 'Alderton') return;", 'alderton'],
  ["since('lift-date')", 'lift-date'],
  ['// a comment on London\nconst a = 1;', undefined],
  ["const text = 'flows destination:London since:2022-01-24 until:2022-01-30';", 'flows dest'],
])('the search finds what is special in %s', (line, special) => {
  const found = findSpecial(line);
  if (special === undefined) expect(found).toEqual([]);
  else expect(found.join(' ')).toContain(special);
});
