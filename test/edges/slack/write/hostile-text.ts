import * as fc from 'fast-check';

const marks = [
  '<!channel>',
  '<!here|@here>',
  '<@U012AB3CD>',
  '<#C012AB3CD|general>',
  '<!subteam^S012AB3CD>',
  '<https://example.com|here>',
  'https://example.com',
  'mailto:someone@example.com',
  '@everyone',
  ':smile:',
  ':+1:',
  '*bold*',
  '_slanted_',
  '~struck~',
  '`code`',
  '```block```',
  '> quote',
  '&amp;',
  '&lt;!channel&gt;',
  '&',
  '<',
  '>',
  'Try: region:London since:lift-date',
  'Trips rose by 3%.',
  'word',
  ' ',
  '\n',
  '\t',
  '\u0000',
  '\u200b',
  '\u202e',
  '\ud83d',
  '😀',
  '[c]',
  '12,340',
];

const long = fc
  .tuple(fc.constantFrom(...marks), fc.constantFrom('', ' ', '. '), fc.nat(700))
  .map(([mark, gap, times]) => `${mark}${gap}`.repeat(times));

/** Any text, with a liking for what Slack reads as markup, and sometimes very long. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...marks), { maxLength: 8 }).map((all) => all.join('')),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...marks), { maxLength: 8 }).map((all) => all.join(' ')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: long },
);
