import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type TestContext } from 'vitest';
import { infraFolder } from '#test/infra/read-columns.ts';

const run = promisify(execFile);

/** Runs `terraform`, or else `tofu`, in infra/. Gives what it printed; undefined where neither is installed. Rejects where it fails. */
async function runTerraform(...args: readonly string[]): Promise<string | undefined> {
  for (const program of ['terraform', 'tofu']) {
    try {
      return (await run(program, args, { cwd: infraFolder })).stdout;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return undefined;
}

/** One line in the report: neither Debian nor npm has the program, so CI does without. */
function sayWhy(context: TestContext, why: string): never {
  process.stderr.write(`${why}\n`);
  return context.skip(why);
}

test('the files are laid out as terraform fmt lays them out', async (context) => {
  const laidOut = await runTerraform('fmt', '-check', '-diff');
  if (laidOut === undefined) sayWhy(context, 'Neither terraform nor tofu is installed here');
  expect(laidOut).toBe('');
});

test('terraform validate finds nothing', async (context) => {
  if (!existsSync(join(infraFolder, '.terraform')))
    sayWhy(context, 'terraform validate needs its providers: terraform init in infra/ first');
  expect(await runTerraform('validate', '-no-color')).toContain('The configuration is valid');
});
