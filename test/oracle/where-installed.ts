import { test } from 'vitest';
import { isInstalled } from '#test/oracle/evaluator/package-files.ts';

const missing =
  'The oracle is not installed, so nothing is compared with it: npm run oracle:install';

/** Declares tests that need GoogleSQL's evaluator. Where it is not installed: one line in the report. In CI a failure, for CI must have it. */
export function whereInstalled(declare: () => void): void {
  if (isInstalled) return declare();
  test('is not installed', (context) => {
    if (process.env['CI'] !== undefined) throw new Error(missing);
    process.stderr.write(`${missing}\n`);
    context.skip(missing);
  });
}
