import { keys, type Key } from '#src/grammar/keys.ts';

/** What somebody wants to know who saw. `cells`: the first digits of a fingerprint. `values`: of one key of a question, in lower case. */
export type Sought =
  | { readonly kind: 'release'; readonly id: string }
  | { readonly kind: 'cells'; readonly digits: string }
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'question'; readonly key: Key; readonly values: readonly string[] };

/** An edition has 8 digits more; its figures are the release's. */
const release = /^(?<id>[a-z0-9-]+-\d{4}-\d{2}-\d{2}-[0-9a-f]{8})(?:-[0-9a-f]{8})?$/u;
const cells = /^[0-9a-f]{12,64}$/iu;
const channel = /^[CDG][A-Z0-9]{2,20}$/u;
const message = /^(?<id>[CDG][A-Z0-9]{2,20})\/(?<ts>\d{10}\.\d{6})$/u;
const link =
  /^https:\/\/[a-z0-9.-]+\.slack\.com\/archives\/(?<id>[CDG][A-Z0-9]{2,20})\/p(?<seconds>\d{10})(?<rest>\d{6})(?:\?\S*)?$/u;
const question = /^(?<name>[a-z]+):(?<list>.+)$/isu;

/** Reads what is sought; undefined where it is nothing that can be. What can be both a channel and a fingerprint is a channel: fingerprints are printed in lower case. */
export function parseSought(text: string): Sought | undefined {
  const trimmed = text.trim();
  const id = release.exec(trimmed)?.groups?.['id'];
  if (id !== undefined) return { kind: 'release', id };
  if (channel.test(trimmed)) return { kind: 'channel', id: trimmed };
  if (cells.test(trimmed)) return { kind: 'cells', digits: trimmed.toLowerCase() };
  return readMessage(trimmed) ?? readQuestion(trimmed);
}

function readMessage(text: string): Sought | undefined {
  const { id, ts, seconds, rest } = (message.exec(text) ?? link.exec(text))?.groups ?? {};
  const stamp = ts ?? `${seconds}.${rest}`;
  return id === undefined ? undefined : { kind: 'message', channel: id, ts: stamp };
}

/** The shell may have eaten the quotation marks; a comma before a space is part of a name. */
function readQuestion(text: string): Sought | undefined {
  const { name, list = '' } = question.exec(text)?.groups ?? {};
  const key = keys.find((each) => each === name?.toLowerCase());
  const values = list
    .replaceAll('"', '')
    .split(/[,+](?!\s)/u)
    .map((value) => value.trim().toLowerCase())
    .filter((value) => value !== '');
  return key === undefined || values.length === 0 ? undefined : { kind: 'question', key, values };
}
