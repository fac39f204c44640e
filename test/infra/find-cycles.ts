import { findReferences } from '#test/infra/find-references.ts';
import type { Configuration } from '#test/infra/read-terraform.ts';

/** The resources that cannot be made because each waits, by way of others and of locals, for itself. */
export async function findCycles({ resources, locals }: Configuration): Promise<readonly string[]> {
  const waits = new Map<string, readonly string[]>();
  for (const { kind, name, body } of resources)
    waits.set(`${kind}.${name}`, (await findReferences(body)).map(nodeOf));
  for (const [name, value] of locals)
    waits.set(`local.${name}`, (await findReferences(value)).map(nodeOf));
  return resources
    .map(({ kind, name }) => `${kind}.${name}`)
    .filter((node) => reaches(node, node, waits, new Set()));
}

const nodeOf = (reference: string) => reference.split('.').slice(0, 2).join('.');

function reaches(
  from: string,
  goal: string,
  waits: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): boolean {
  return (waits.get(from) ?? []).some((next) => {
    if (next === goal) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return reaches(next, goal, waits, seen);
  });
}
