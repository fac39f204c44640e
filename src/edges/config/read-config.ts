import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';

/** Reads one section of mobility.config.yml. Throws a `ConfigFault` that names the first wrong setting. */
export async function readConfig<T>(
  file: string,
  section: string,
  shape: z.ZodType<T>,
): Promise<T> {
  const found = await readOptionalConfig(file, section, shape);
  if (found === undefined) throw badConfig(section, 'missing');
  return found;
}

/** Reads one section of mobility.config.yml; undefined where it is not there. Throws as `readConfig` does. */
export async function readOptionalConfig<T>(
  file: string,
  section: string,
  shape: z.ZodType<T>,
): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Fault(
      'ConfigFault',
      'noConfig',
      'mobility.config.yml is missing beside package.json',
      {
        cause,
      },
    );
  });
  const read = z.looseObject({ [section]: shape.optional() }).safeParse(parseYaml(text));
  const found = read.data?.[section];
  if (read.success) return found === undefined ? undefined : shape.parse(found);
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw badConfig(place === '' ? section : place, issue?.message ?? 'missing');
}

const badConfig = (place: string, problem: string): Fault =>
  new Fault('ConfigFault', 'badConfig', `mobility.config.yml: ${place}: ${problem}`);

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new Fault('ConfigFault', 'notYaml', 'mobility.config.yml is not YAML', { cause });
  }
}
