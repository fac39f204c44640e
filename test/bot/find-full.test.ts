import { expect, test } from 'vitest';
import { findFull } from '#src/bot/find-full.ts';

const most = { all: 20, ofPerson: 3, inChannel: 5 };

test.each([
  ['nothing', { all: 19, ofOwner: 2, inChannel: 4 }, undefined],
  ['answers of their own', { all: 20, ofOwner: 3, inChannel: 5 }, /^Several answers of yours/u],
  [
    'answers to the channel',
    { all: 20, ofOwner: 2, inChannel: 5 },
    /^Many answers to this channel/u,
  ],
  ['answers of everybody', { all: 20, ofOwner: 2, inChannel: 4 }, /^Many people are asking/u],
])('where %s wait, that is said', (_, waiting, message) => {
  const full = findFull(waiting, most);
  if (message === undefined) expect(full).toBeUndefined();
  else expect(full?.message).toMatch(message);
});
