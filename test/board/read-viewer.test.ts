import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupName } from '#src/board/board-config.ts';
import { readViewer, type Headers } from '#src/board/read-viewer.ts';
import { words } from '#src/board/words.ts';
import { open } from '#test/access/cases.ts';

const tiers = { wide: { ...open, level: 'country' }, narrow: open };
const config = {
  personHeader: 'x-user',
  groupsHeader: 'x-groups',
  groups: [
    { group: 'ministers', tier: 'wide' },
    { group: 'analysts', tier: 'narrow' },
    { group: 'gone', tier: 'constructor' },
  ],
};

const read = (headers: Headers) => readViewer(headers, config, tiers);
const inGroups = (...groups: readonly string[]) =>
  read({ 'x-user': ['ann@example.org'], 'x-groups': groups })?.rights;

test.each<[string, readonly string[], object]>([
  ['of a group its tier', ['analysts'], tiers.narrow],
  ['of several the first named', ['analysts, ministers'], tiers.wide],
  ['of others those that are named', ['everybody,analysts ,all staff'], tiers.narrow],
])('%s', (_, groups, tier) => {
  expect(inGroups(...groups)).toEqual({ kind: 'some', tiers: [tier] });
});

test.each<[string, readonly string[]]>([
  ['no group', []],
  ['an empty one', ['']],
  ['one that is not named', ['everybody']],
  ['one in other letters', ['Analysts']],
  ['a part of one', ['analyst']],
  ['a tier that there is not', ['gone']],
  ['the header twice', ['analysts', 'everybody']],
  ['an empty part', ['analysts,,everybody']],
  ['a comma at the end', ['analysts,']],
  ['a name in quotation marks', ['"Roads, analysts, and rail",analysts']],
  ['an escaped comma', ['Roads\\, analysts,analysts']],
  ['another alphabet', ['analysts,Ã¶ffentlich']],
])('%s sees nothing', (_, groups) => {
  expect(inGroups(...groups)).toEqual({ kind: 'none', why: words.noGroup });
});

test.each<[string, Headers]>([
  ['no name', {}],
  ['an empty one', { 'x-user': [''] }],
  ['two names', { 'x-user': ['ann', 'ben'] }],
  ['two in one', { 'x-user': ['ann, ben'] }],
  ['markup', { 'x-user': ['<b>ann</b>'] }],
])('%s is nobody', (_, headers) => {
  expect(read({ ...headers, 'x-groups': ['analysts'] })).toBeUndefined();
});

test('nobody is two people', () => {
  const [one, other] = ['Ann@Example.org', ' ann@example.org '].map((name) =>
    read({ 'x-user': [name], 'x-groups': ['analysts'] }),
  );
  expect(one?.person).toBe('proxy:ann@example.org');
  expect(other?.person).toBe(one?.person);
});

test('whatever the headers hold, only a group that is named gives a tier', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (groups) => {
      const rights = inGroups(...groups);
      const [only = '', another] = groups;
      const parts = only.split(',').map((one) => one.trim());
      const isNamed =
        parts.every((one) => groupName.test(one)) &&
        parts.some((one) => ['analysts', 'ministers'].includes(one));
      expect(rights?.kind).toBe(another === undefined && isNamed ? 'some' : 'none');
    }),
  );
});
