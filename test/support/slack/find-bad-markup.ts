const REFERENCES = [
  /^(?:https?:\/\/|mailto:)[^\s|<>]+(?:\|[^<>]+)?$/u,
  /^@[UW][A-Z0-9]+(?:\|[^<>]*)?$/u,
  /^#[CG][A-Z0-9]+(?:\|[^<>]*)?$/u,
  /^!subteam\^S[A-Z0-9]+(?:\|[^<>]*)?$/u,
  /^!date\^\d+\^[^<>|^]*\{\w+\}[^<>|]*\|[^<>]+$/u,
];
const BROADCAST = /^!(?:channel|here|everyone|group)(?:\||$)/u;

/** What is wrong with a mrkdwn text: a `<` that begins no reference of Slack's, an `&` not escaped, a call to everybody. Each complaint once. */
export function findBadMarkup(text: string): readonly string[] {
  const complaints = new Set<string>();
  for (const [, inside = ''] of text.matchAll(/<([^<>]*)>?/gu)) {
    if (BROADCAST.test(inside)) complaints.add('must not call everybody in the channel');
    else if (!text.includes(`<${inside}>`) || !REFERENCES.some((known) => known.test(inside)))
      complaints.add('must escape < where it begins no reference');
  }
  if (/&(?!(?:amp|lt|gt);)/u.test(text)) complaints.add('must escape &');
  return [...complaints];
}
