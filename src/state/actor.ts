import { z } from 'zod';

/** Who does something: a person, or a part of the program by its name. */
export const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: z.string().brand('PersonId') }),
  z.strictObject({ kind: z.literal('program'), name: z.string() }),
]);

export type Actor = Readonly<z.output<typeof actor>>;

/** A person: Slack's user ID, `account:` and the name that somebody gives in a terminal, or `proxy:` and the name that the identity proxy gives. */
export type PersonId = Extract<Actor, { kind: 'person' }>['id'];

// The three below give the brand (`as`) to what they have just checked.
const slackId = /^[UW][A-Z0-9]{2,20}$/u;
const proxyName = /^[a-z0-9][a-z0-9._+@-]{0,126}$/u;
const accountName = /^[a-z0-9][a-z0-9._-]{0,63}$/u;

/** The person of a Slack user ID. */
export function parseSlackPerson(text: string): PersonId | undefined {
  return slackId.test(text) ? (text as PersonId) : undefined;
}

/** The person of a name given in a terminal, in any case, so that nobody is two people: "Ann" is `account:ann`. */
export function parseAccountPerson(text: string): PersonId | undefined {
  const name = text.trim().toLowerCase();
  return accountName.test(name) ? (`account:${name}` as PersonId) : undefined;
}

/** The person of a name that the identity proxy gives, an address for mail perhaps: "Ann@example.org" is `proxy:ann@example.org`. */
export function parseProxyPerson(text: string): PersonId | undefined {
  const name = text.trim().toLowerCase();
  return proxyName.test(name) ? (`proxy:${name}` as PersonId) : undefined;
}

/** How an actor is named where people read it: "ann", "U024BE7LH", "the release job". */
export function nameOf(who: Actor): string {
  return who.kind === 'person' ? who.id.replace(/^account:/u, '') : who.name;
}
