import { describe, test } from 'vitest';
import { isInstalled } from '#test/oracle/evaluator/package-files.ts';

const missing =
  'The oracle is not installed, so nothing is compared with it: npm run oracle:install';

/** A suite that needs GoogleSQL's programs. Where it is not installed: one line in the report. In CI a failure, for CI must have it. */
export function whereInstalled(title: string, declare: () => void): void {
  describe(`GoogleSQL: ${title}`, () => {
    if (isInstalled) declare();
    else sayMissing();
  });
}

function sayMissing(): void {
  test('is not installed', (context) => {
    if (process.env['CI'] !== undefined) throw new Error(missing);
    process.stderr.write(`${missing}\n`);
    context.skip(missing);
  });
}
