import type { MethodFinding } from '#src/method-finding.ts';
import { methodRows, mechanismRows } from '#src/summary/method/setting-rows.ts';
import type { Table } from '#src/summary/table.ts';

const columns = ['What it is', 'Value', 'Setting'];
const all = (rows: Table['rows']): readonly number[] => rows.map((_, index) => index);

/** Every number that changes are measured by, and how the release is protected. */
export function tableSettings(finding: MethodFinding): Table {
  const rows = [...methodRows(finding), ...mechanismRows(finding)];
  return { caption: 'The numbers of the method', columns, rows, key: all(rows) };
}

/** How the release is protected. */
export function tableProtection(finding: MethodFinding): Table {
  const rows = mechanismRows(finding);
  return { caption: 'How flows are protected', columns, rows, key: all(rows) };
}
