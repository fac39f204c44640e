import { expect, test } from 'vitest';
import { decideLeaf } from '#src/disclosure/revise/decide-leaf.ts';

const yes = true;
const no = false;

// Source: docs/policy.md, paragraph 14.
test.each([
  // published, hidden before, now, the change passes, large now, large before → what becomes of it
  ['exact', no, 'exact', no, yes, yes, 'freeze'],
  ['exact', no, 'exact', yes, no, no, 'exact'],
  ['exact', no, 'sensitive', no, no, yes, 'draw'],
  ['exact', no, 'sensitive', yes, no, no, 'freeze'],
  ['exact', no, 'empty', no, no, yes, 'exact'],
  ['exact', no, 'empty', yes, no, no, 'freeze'],
  ['exact', yes, 'exact', yes, yes, no, 'exact'],
  ['exact', yes, 'exact', yes, no, yes, 'freeze'],
  ['exact', yes, 'exact', no, yes, yes, 'freeze'],
  ['exact', yes, 'sensitive', yes, no, yes, 'freeze'],
  ['exact', yes, 'empty', yes, no, yes, 'freeze'],
  ['drawn', yes, 'exact', yes, yes, yes, 'exact'],
  ['drawn', yes, 'exact', yes, no, yes, 'freeze'],
  ['drawn', yes, 'exact', no, yes, yes, 'freeze'],
  ['drawn', yes, 'sensitive', yes, no, yes, 'freeze'],
  ['drawn', yes, 'empty', yes, no, yes, 'freeze'],
  ['nothing', no, 'exact', yes, yes, yes, 'exact'],
  ['nothing', no, 'exact', yes, no, yes, 'freeze'],
  ['nothing', no, 'sensitive', yes, no, yes, 'freeze'],
  ['nothing', no, 'empty', yes, no, yes, 'freeze'],
] as const)(
  'published %s, hidden before %s, now %s, passes %s, large now %s, large before %s: %s',
  (published, hidden, now, passes, largeNow, largeBefore, decision) => {
    const leaf = { published, hidden, now, passes, largeNow, largeBefore };
    expect(decideLeaf(leaf)).toBe(decision);
  },
);
