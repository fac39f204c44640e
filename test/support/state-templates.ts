import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run of the tests alone, for `layState`. */
    readonly stateTemplates: string;
  }
}

/** Run once by vitest, before all tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'mobility-templates-'));
  project.provide('stateTemplates', folder);
  return () => rm(folder, { recursive: true, force: true });
}
