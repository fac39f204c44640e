import { parseSlackPerson, type PersonId } from '#src/state/actor.ts';

/** The person of a Slack user ID that was checked where it came in. */
export function personOf(user: string): PersonId {
  const person = parseSlackPerson(user);
  if (person === undefined) throw new Error('a delivery without a Slack user ID');
  return person;
}
