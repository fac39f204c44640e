import { expect, test } from 'vitest';
import { decideLeaf } from '#src/disclosure/revise/decide-leaf.ts';

const yes = true;
const no = false;

// Source: docs/policy.md, paragraph 14.
test.each([
  // published, drawn before, sensitive now, the change passes → what becomes of it
  ['exact', no, no, no, 'freeze'],
  ['exact', no, yes, no, 'freeze'],
  ['exact', no, no, yes, 'exact'],
  ['exact', no, yes, yes, 'draw'],
  ['exact', yes, yes, yes, 'freeze'],
  ['exact', yes, no, yes, 'exact'],
  ['drawn', yes, yes, no, 'freeze'],
  ['drawn', yes, yes, yes, 'freeze'],
  ['drawn', yes, no, no, 'freeze'],
  ['drawn', yes, no, yes, 'exact'],
  ['nothing', no, yes, no, 'freeze'],
  ['nothing', no, yes, yes, 'freeze'],
  ['nothing', no, no, no, 'freeze'],
  ['nothing', no, no, yes, 'exact'],
  ['nothing', yes, yes, yes, 'freeze'],
] as const)(
  'published %s, drawn before %s, sensitive %s, passes %s: %s',
  (published, drawn, sensitive, passes, decision) => {
    expect(decideLeaf({ published, drawn, sensitive, passes })).toBe(decision);
  },
);
