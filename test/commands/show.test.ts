import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '#src/answer.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';

let tiny: Awaited<ReturnType<typeof makeTinyEdges>>;
beforeAll(async () => {
  tiny = await makeTinyEdges();
});
afterAll(() => tiny.close());

test.each([
  'region:Alderton',
  'region:"North Arden","South Arden"',
  'region:Alderton by:day',
  'flows destination:"North Arden"',
])(
  'where only the table of "%s" is asked for, all of it is shown and nothing is drawn',
  async (text) => {
    const [usual, table] = await Promise.all(
      [text, `${text} show:table`].map((asked) => answer(asked, tiny.edges)),
    );
    if (usual?.kind !== 'answered' || table?.kind !== 'answered') throw new Error('not answered');
    expect(usual.reply.chart).toBeDefined();
    expect(table.reply.chart).toBeUndefined();
    expect(table.picture).toBeUndefined();
    expect(table.reply.table.rows).toEqual(usual.reply.table.rows);
    expect(table.reply.table.key).toHaveLength(usual.reply.table.rows.length);
  },
);
