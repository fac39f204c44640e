import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seal, unseal, type Intent } from '#src/bot/seal.ts';

const macOf = (key: string) => (text: string) =>
  createHmac('sha256', key).update(text).digest('hex');
const mac = macOf('ours');
const ask: Intent = { kind: 'ask', text: 'region:Alderton since:lift-date' };
const here = { as: 'button', channel: 'C01', user: 'U01' } as const;
const sealed = seal(ask, here, mac);

test('sealed state comes back as it was, with the channel it is meant for', () => {
  expect(unseal(sealed, here, mac)).toEqual({ intent: ask, channel: 'C01' });
});

test('the longest question fits into a button', () => {
  const text = '"é&<>'.repeat(100);
  const value = seal(
    { kind: 'ask', text },
    { as: 'button', channel: 'C0123456789', user: 'U0123456789' },
    mac,
  );
  expect(value.length).toBeLessThanOrEqual(2000);
  expect(
    unseal(value, { as: 'button', channel: 'C0123456789', user: 'U0123456789' }, mac)?.intent,
  ).toEqual({
    kind: 'ask',
    text,
  });
});

describe('sealed state is refused', () => {
  test.each([
    ['in another channel', sealed, { ...here, channel: 'C02' }],
    ['in the hands of somebody else', sealed, { ...here, user: 'U02' }],
    ['in a form, where it was made for a button', sealed, { ...here, as: 'form' as const }],
    ['with another question', sealed.replace('Alderton', 'Birchwick'), here],
    ['with another person', sealed.replace('U01', 'U02'), { ...here, user: 'U02' }],
    ['with another channel', sealed.replace('C01', 'C02'), { ...here, channel: 'C02' }],
    ['with nobody named', sealed.replace(',"user":"U01"', ''), here],
    ['without a seal', sealed.slice(64), here],
    ['with another key', seal(ask, here, macOf('theirs')), here],
    ['cut short', sealed.slice(0, -1), here],
    ['empty', '', here],
    ['of a kind that this version does not know', sign('{"intent":{"kind":"later"}}'), here],
    ['that is no object', sign('null'), here],
  ])('%s', (_, value, bounds) => {
    expect(unseal(value, bounds, mac)).toBeUndefined();
  });
});

/** What a version of ours would seal. */
function sign(json: string): string {
  return mac(`button\n${json}`) + json;
}

test('state without bounds is good anywhere, for anybody', () => {
  const free = seal(ask, { as: 'button', channel: undefined, user: undefined }, mac);
  expect(unseal(free, { ...here, channel: 'C09', user: 'U09' }, mac)?.intent).toEqual(ask);
});

test('a form tells in which channel it was opened', () => {
  const form = seal(
    { kind: 'change', text: 'status', thread: '1.2' },
    { ...here, as: 'form' },
    mac,
  );
  expect(unseal(form, { as: 'form', channel: undefined, user: 'U01' }, mac)).toEqual({
    intent: { kind: 'change', text: 'status', thread: '1.2' },
    channel: 'C01',
  });
  expect(unseal(form, { as: 'form', channel: undefined, user: 'U02' }, mac)).toBeUndefined();
});

test('no text whatever is taken for sealed state, and none breaks it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.nat(sealed.length), (text, at) => {
      expect(unseal(text, here, mac)).toBeUndefined();
      const changed = sealed.slice(0, at) + text + sealed.slice(at + text.length);
      expect(unseal(changed, here, mac) === undefined).toBe(changed !== sealed);
    }),
  );
});
