import { z } from 'zod';
import type { BlockSchema } from '#test/infra/provider-schema.ts';
import type { Body, Resource } from '#test/infra/read-terraform.ts';

/** Arguments that Terraform itself gives every resource. */
const metaArguments = ['count', 'for_each', 'depends_on', 'lifecycle', 'provider'];

const bodies = z.array(z.record(z.string(), z.unknown()));
const dynamics = z.record(z.string(), z.array(z.object({ content: z.tuple([bodies.element]) })));

/** What is wrong with a resource by the provider's schema: a sentence each. */
export function findResourceFaults(
  { kind, name, body }: Resource,
  schemas: Readonly<Record<string, BlockSchema>>,
): readonly string[] {
  const schema = schemas[kind];
  if (schema === undefined) return [`${kind} is not on the list of kinds that may be used`];
  const own = Object.entries(body).filter(([argument]) => !metaArguments.includes(argument));
  return findBlockFaults(`${kind}.${name}`, Object.fromEntries(own), schema);
}

function findBlockFaults(at: string, body: Body, schema: BlockSchema): readonly string[] {
  const stated = spreadDynamic(body);
  const { required = [], optional = [], blocks = {} } = schema;
  const unknown = Object.keys(stated).filter(
    (name) => !required.includes(name) && !optional.includes(name),
  );
  const missing = required.filter((name) => stated[name] === undefined);
  return [
    ...unknown.map((name) => `${at} has no argument ${name}`),
    ...missing.map((name) => `${at} lacks ${name}`),
    ...Object.entries(stated).flatMap(([name, value]) =>
      findNestedFaults(`${at}.${name}`, value, blocks[name]),
    ),
  ];
}

function findNestedFaults(
  at: string,
  value: unknown,
  schema: BlockSchema | undefined,
): readonly string[] {
  const nested = bodies.safeParse(value);
  const isBlock = nested.success && nested.data.length > 0;
  if (schema === undefined) return isBlock ? [`${at} is an argument, not a block`] : [];
  if (!isBlock) return [`${at} is a block, not an argument`];
  return nested.data.flatMap((body) => findBlockFaults(at, body, schema));
}

/** The blocks that `dynamic` makes, beside those that are written out. */
function spreadDynamic({ dynamic, ...fixed }: Body): Body {
  if (dynamic === undefined) return fixed;
  const stated = new Map(Object.entries(fixed));
  for (const [name, made] of Object.entries(dynamics.parse(dynamic))) {
    const written = bodies.catch([]).parse(stated.get(name));
    stated.set(name, [...written, ...made.map(({ content: [content] }) => content)]);
  }
  return Object.fromEntries(stated);
}
