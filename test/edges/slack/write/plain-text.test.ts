import { expect, test } from 'vitest';
import { tidy } from '#src/edges/slack/write/plain-text.ts';

test.each([
  ['spaces in a row', ' Trips \n rose\t. ', 'Trips rose .'],
  ['control characters', 'Trips\u0000\u001brose', 'Trips rose'],
  ['marks that cannot be seen', 'Tr\u200bips\u00ad', 'Trips'],
  ['a change of direction', '\u202eTrips\u2067', 'Trips'],
  ['half a character', 'Trips \ud83d', 'Trips \ufffd'],
  ['marks of style, which are text', '*Trips* <rose> & `fell`', '*Trips* <rose> & `fell`'],
])('%s', (_, text, plain) => {
  expect(tidy(text)).toBe(plain);
});
