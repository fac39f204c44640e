import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';
import { methodSettings, type MethodSettings } from '#src/statistics/method-settings.ts';

const configFile = z.looseObject({ method: methodSettings });

/** Reads the numbers of the method from mobility.config.yml. Throws a ConfigFault that names the first wrong setting. */
export async function readMethod(file: string): Promise<MethodSettings> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Fault(
      'ConfigFault',
      'noConfig',
      'mobility.config.yml is missing beside package.json',
      { cause },
    );
  });
  const read = configFile.safeParse(parse(text));
  if (read.success) return read.data.method;
  const [issue] = read.error.issues;
  throw new Fault(
    'ConfigFault',
    'badMethod',
    `mobility.config.yml: ${issue?.path.join('.') ?? 'method'}: ${issue?.message ?? 'wrong'}`,
  );
}
