import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a block may hold. `computed`: what may be read of it besides. `blocks`: those of its arguments that are blocks. */
export type BlockSchema = {
  readonly required?: readonly string[] | undefined;
  readonly optional?: readonly string[] | undefined;
  readonly computed?: readonly string[] | undefined;
  readonly blocks?: Readonly<Record<string, BlockSchema>> | undefined;
};

const names = z.array(z.string()).optional();

const blockSchema: z.ZodType<BlockSchema> = z.strictObject({
  required: names,
  optional: names,
  computed: names,
  blocks: z.lazy(() => z.record(z.string(), blockSchema)).optional(),
});

const providerSchema = z.strictObject({
  source: z.string(),
  provider: z.string(),
  resources: z.record(z.string(), blockSchema),
});

/** The kinds of resource that infra/ may have, by the provider's own schema. The file says which version, and where it is from. */
export function readProviderSchema(): Readonly<Record<string, BlockSchema>> {
  const file = join(import.meta.dirname, 'provider-schema.json');
  return providerSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).resources;
}
