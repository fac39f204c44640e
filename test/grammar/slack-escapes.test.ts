import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { escaped, unescaped } from '#src/grammar/slack-escapes.ts';

test.each([
  ['R&D <in> Leeds', 'R&amp;D &lt;in&gt; Leeds'],
  ['&lt;', '&amp;lt;'],
  ['&amp;', '&amp;amp;'],
  ['"it\'s" #1', '"it\'s" #1'],
])('%s is sent as %s', (typed, sent) => {
  expect(escaped(typed)).toBe(sent);
  expect(unescaped(sent)).toBe(typed);
});

test('whatever is typed comes back as it was, and no mark of Slack is left in what is sent', () => {
  const parts = fc.constantFrom('&', '<', '>', 'amp;', 'lt;', 'gt;', 'a', ' ', '"');
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(parts).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (typed) => {
      const sent = escaped(typed);
      expect(sent).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/u);
      expect(unescaped(sent)).toBe(typed);
    }),
  );
});
