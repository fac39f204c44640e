import type { Key } from '#src/grammar/keys.ts';
import type { AuditEvent } from '#src/state/audit-event.ts';
import type { Sought } from './sought.ts';

/** Whether an event is of what is sought. */
export function isSought(event: AuditEvent, sought: Sought): boolean {
  switch (sought.kind) {
    case 'release':
      return event.release === sought.id;
    case 'cells':
      return event.cells?.startsWith(sought.digits) ?? false;
    case 'message':
      return event.message?.channel === sought.channel && event.message.ts === sought.ts;
    case 'channel':
      return event.channel?.id === sought.id || event.message?.channel === sought.id;
    case 'question':
      return asks(event.ask ?? '', sought.key, sought.values);
    default:
      return sought satisfies never;
  }
}

/** Keys under which a question names where trips end. */
const ends: readonly Key[] = ['region', 'destination', 'between'];

const part = /(?<key>[a-z]+):(?<list>(?:"[^"]*"|[^\s"])+)/gu;

/** Whether a question, as the program writes it, has all of the values under that key. */
function asks(usage: string, key: Key, values: readonly string[]): boolean {
  const names: readonly string[] = ends.includes(key) ? ends : [key];
  const listed = [...usage.matchAll(part)]
    .filter(({ groups }) => names.includes(groups?.['key'] ?? ''))
    .flatMap(({ groups }) => groups?.['list']?.match(/"[^"]*"|[^,+"]+/gu) ?? [])
    .map((value) => value.replaceAll('"', '').toLowerCase());
  return values.every((value) => listed.includes(value));
}
