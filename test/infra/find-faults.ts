import { findResourceFaults } from '#test/infra/find-block-faults.ts';
import { findCycles } from '#test/infra/find-cycles.ts';
import { findReferenceFault, findReferences } from '#test/infra/find-references.ts';
import type { BlockSchema } from '#test/infra/provider-schema.ts';
import type { Configuration } from '#test/infra/read-terraform.ts';

/** All that is wrong with a configuration by itself and by the provider's schema: a sentence each. */
export async function findFaults(
  configuration: Configuration,
  schemas: Readonly<Record<string, BlockSchema>>,
): Promise<readonly string[]> {
  const { bodies, resources, variables, outputs, locals } = configuration;
  const references = [...new Set(await findReferences(bodies))];
  const unused = (prefix: string, names: Iterable<string>) =>
    [...names].filter((name) => !uses(references, `${prefix}.${name}`));
  return [
    ...resources.flatMap((resource) => findResourceFaults(resource, schemas)),
    ...references.flatMap((one) => findReferenceFault(one, configuration, schemas) ?? []),
    ...unused('var', variables.keys()).map((name) => `var.${name} is used nowhere`),
    ...unused('local', locals.keys()).map((name) => `local.${name} is used nowhere`),
    ...[...variables, ...outputs]
      .filter(([, { description }]) => typeof description !== 'string' || description === '')
      .map(([name]) => `${name} is not described`),
    ...(await findCycles(configuration)).map((name) => `${name} waits for itself`),
    ...[...variables].filter(([, { type }]) => type === undefined).map(([n]) => `${n} has no type`),
  ];
}

const uses = (references: readonly string[], name: string) =>
  references.some((one) => one === name || one.startsWith(`${name}.`));
