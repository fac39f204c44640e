import type { AccessConfig } from '#src/access/access-config.ts';
import { parseProxyPerson, type PersonId } from '#src/state/actor.ts';
import { groupName, type BoardConfig } from './board-config.ts';
import type { Rights } from './rights.ts';
import { words } from './words.ts';

/** The values of each header of a request, one for each time that it was sent. */
export type Headers = Readonly<Record<string, readonly string[] | undefined>>;

/** Who looks, as the proxy says. `name`: as it says it. */
export type Viewer = { readonly person: PersonId; readonly name: string; readonly rights: Rights };

type Named = Pick<BoardConfig, 'personHeader' | 'groupsHeader' | 'groups'>;

/** Reads what the proxy says. Undefined: it says of nobody, or of more than one. A header that was sent twice is not trusted: one of them may be somebody else's. */
export function readViewer(
  headers: Headers,
  { personHeader, groupsHeader, groups }: Named,
  tiers: AccessConfig['tiers'],
): Viewer | undefined {
  const name = onlyOf(headers, personHeader);
  const person = name === undefined ? undefined : parseProxyPerson(name);
  if (name === undefined || person === undefined) return undefined;
  const held = readGroups(onlyOf(headers, groupsHeader));
  const tierName = groups.find(({ group }) => held.has(group))?.tier;
  const tier = tierName !== undefined && Object.hasOwn(tiers, tierName) && tiers[tierName];
  const rights: Rights = tier
    ? { kind: 'some', tiers: [tier] }
    : { kind: 'none', why: words.noGroup };
  return { person, name: name.trim(), rights };
}

/** The groups of a header; none of them where one could not be its name: what stands between its commas may then be parts of a name. */
function readGroups(text: string | undefined): ReadonlySet<string> {
  const groups = (text ?? '').split(',').map((group) => group.trim());
  return new Set(groups.every((group) => groupName.test(group)) ? groups : []);
}

function onlyOf(headers: Headers, name: string): string | undefined {
  const [value, another] = Object.hasOwn(headers, name) ? (headers[name] ?? []) : [];
  return another === undefined ? value : undefined;
}
