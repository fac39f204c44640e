import { getReferencesInExpression } from '@cdktn/hcl2json';
import type { BlockSchema } from '#test/infra/provider-schema.ts';
import type { Configuration } from '#test/infra/read-terraform.ts';

/** Every name that a part of a configuration refers to, as written: "var.project", "google_x.y.id". */
export async function findReferences(part: unknown): Promise<readonly string[]> {
  const found: string[] = [];
  for (const text of expressionsOf(part)) {
    const references = await getReferencesInExpression('expression.tf', text);
    found.push(...references.map(({ value }) => value));
  }
  return found;
}

function expressionsOf(part: unknown): readonly string[] {
  if (typeof part === 'string') return part.includes('${') ? [part] : [];
  if (typeof part !== 'object' || part === null) return [];
  return Object.values(part).flatMap(expressionsOf);
}

/** Names that Terraform gives every expression: iteration, paths, types of variables. */
const givenNames = ['each', 'path', 'string', 'number', 'bool'];

/** What is wrong with a reference: a sentence, or undefined where it resolves. */
export function findReferenceFault(
  reference: string,
  { variables, locals, resources, providers, bodies }: Configuration,
  schemas: Readonly<Record<string, BlockSchema>>,
): string | undefined {
  const [head = '', name = '', attribute] = reference.split('.').filter(isNoIndex);
  const known = [...givenNames, ...providers, ...iteratorsOf(bodies)];
  if (known.includes(head)) return undefined;
  if (head === 'var' && variables.has(name)) return undefined;
  if (head === 'local' && locals.has(name)) return undefined;
  if (!resources.some((one) => one.kind === head && one.name === name))
    return `${reference} is declared nowhere`;
  const { required = [], optional = [], computed = [] } = schemas[head] ?? {};
  const readable = [...required, ...optional, ...computed];
  if (attribute === undefined || readable.includes(attribute)) return undefined;
  return `${reference} reads what ${head} does not have`;
}

/** Indices come as parts of their own: 0, or a key in quotation marks. */
const isNoIndex = (part: string) => !/^(?:\d+|"[^"]*")$/u.test(part);

/** The names by which `dynamic` blocks call what they are made from. */
function iteratorsOf(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: readonly [string, unknown]) => [
    ...(key === 'dynamic' && typeof value === 'object' && value !== null ? Object.keys(value) : []),
    ...iteratorsOf(value),
  ]);
}
