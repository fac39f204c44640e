import { expect, test } from 'vitest';
import { modeWords } from '#src/grammar/mode-words.ts';
import { flatVocabulary, tubeVocabulary, usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf, shortly } from './outcomes.ts';

const modesOf = (text: string, vocabulary = tubeVocabulary) => {
  const { ask, notes } = readingOf(text, vocabulary);
  return { modes: shortly(ask).split(' | ')[3], notes };
};

test.each([
  ['mode:rail', 'rail'],
  ['mode:"Rail and Tube"', 'rail'],
  ['by rail and tube', 'rail'],
  ['by train', 'rail'],
  ['using trains', 'rail'],
  ['driving', 'car'],
  ['by coach', 'bus'],
  ['mode:rail,bus', 'rail,bus'],
  ['mode:bus+rail', 'rail,bus'],
  ['by bus or car', 'car,bus'],
  ['by bus, car and rail', 'car,rail,bus'],
  ['rail trips by rail', 'rail'],
  ['mode:car,rail,bus,active', '-'],
  ['mode:all', '-'],
])('%s is %s, with nothing to say about it', (typed, modes) => {
  expect(modesOf(`${typed} region:London`)).toEqual({ modes, notes: [] });
});

test.each([
  ['by tube', 'rail', 'I read ‘tube’ as rail and Tube: these data do not tell it apart.'],
  [
    'underground',
    'rail',
    'I read ‘underground’ as rail and Tube: these data do not tell it apart.',
  ],
  ['mode:metro', 'rail', 'I read ‘metro’ as rail and Tube: these data do not tell it apart.'],
  [
    'walking',
    'active',
    'I read ‘walking’ as walking and cycling: these data do not tell it apart.',
  ],
  ['on foot', 'active', 'I read ‘foot’ as walking and cycling: these data do not tell it apart.'],
  ['by bike', 'active', 'I read ‘bike’ as walking and cycling: these data do not tell it apart.'],
  ['by rial', 'rail', 'I read ‘rial’ as Rail and Tube.'],
])('%s is %s, and what it names only a part of is said', (typed, modes, note) => {
  expect(modesOf(`${typed} region:London`)).toEqual({ modes, notes: [note] });
});

test.each([
  ['by tram', 'We know no kind of transport called ‘tram’.'],
  ['mode:rail,tram', 'We know no kind of transport called ‘tram’.'],
  ['by rail and zeppelin', 'We know no kind of transport called ‘zeppelin’.'],
  ['by rail bus', 'You gave mode more than once.'],
  ['mode:rail by bus', 'You gave mode more than once.'],
  ['mode:rail,all', 'You gave mode more than once.'],
])('%s is refused', (typed, message) => {
  expect(refusalOf(`region:London ${typed}`, tubeVocabulary).message).toBe(message);
});

test('a word that several kinds of transport share, or none has, is none of them', () => {
  const words = modeWords([
    { value: 'lrail', label: 'Light rail' },
    { value: 'hrail', label: 'Heavy rail' },
    { value: 'bus', label: 'Bus' },
  ]);
  expect(words.get('light')).toEqual({
    mode: { value: 'lrail', label: 'Light rail' },
    isPart: true,
  });
  expect(words.has('rail')).toBe(false);
  expect(words.has('train')).toBe(false);
  expect(words.has('tube')).toBe(false);
  expect(words.get('coach')?.isPart).toBe(false);
});

test('a word means what the release says before what it means elsewhere', () => {
  expect(modesOf('region:Virginia by coach', flatVocabulary).modes).toBe('coach');
  expect(modesOf('region:Virginia by bus', flatVocabulary).modes).toBe('bus');
});

test('a release with one kind of transport is not asked for another', () => {
  expect(refusalOf('region:CA by train', usVocabulary).message).toBe(
    'These data do not tell kinds of transport apart, so ‘train’ cannot be asked.',
  );
});
