/** Characters of text in blocks, those in the cells of tables apart. Slack counts both against a whole message. */
export function countWords(blocks: readonly unknown[]): { inTables: number; elsewhere: number } {
  let inTables = 0;
  let elsewhere = 0;
  for (const block of blocks) {
    if (isTable(block)) inTables += lengthOf(block.rows);
    else elsewhere += lengthOf(block);
  }
  return { inTables, elsewhere };
}

function isTable(block: unknown): block is { readonly rows: unknown } {
  return (
    typeof block === 'object' &&
    block !== null &&
    'rows' in block &&
    'type' in block &&
    (block.type === 'table' || block.type === 'data_table')
  );
}

/** The sum of every `text` that is a string, however deep. */
function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + lengthOf(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) =>
      sum + (key === 'text' && typeof each === 'string' ? each.length : lengthOf(each)),
    0,
  );
}
