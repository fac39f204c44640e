const people =
  '(?: (?:most|all|many|more|the|people|persons|trips|journeys|passengers|residents|travellers|visitors|they|we|living|who|live|based|starting|starts|start))*';
const asking = '(?:do|does|did|are|were|is|have|has)';
const going =
  '(?:go|goes|going|gone|went|travel|travelling|travelled|head|heading|end|end up|ending|finish)';
const coming = '(?:come|comes|coming|came|start|starts|starting|originate|begin|travel)';
const rank =
  '(?:(?:what|which|show|are|is|me|the|top|main|most|largest|biggest|popular|leading|common|\\d+) )*';

/** Ways to ask where trips go to or come from, and the same as flows; `rest` holds the place and what is said beside it. */
const forms: readonly { readonly pattern: RegExp; readonly to: 'from' | 'into' }[] = [
  {
    to: 'into',
    pattern: start(
      `where ${asking}${people} ${coming}(?: from)?(?: (?:to get|to go|to travel|going|travelling|when going))? (?:to|into) `,
    ),
  },
  {
    to: 'into',
    pattern: start(
      `where ${asking}${people} (?:going |coming |travelling |who come )?(?:to|into|in) `,
      `(?: mostly| mainly)? ${coming.replace('|travel', '')}(?: from)?`,
    ),
  },
  {
    to: 'into',
    pattern: start(`who (?:goes|travels|comes|went|travelled|came|visits|visited)(?: to| into)? `),
  },
  {
    to: 'into',
    pattern: start(`${rank}origins(?: of)?(?: trips| journeys| people)?(?: to| into| of| for) `),
  },
  { to: 'from', pattern: start(`where ${asking}${people} ${going}(?: to)? (?:from|out of) `) },
  {
    to: 'from',
    pattern: start(
      `where ${asking}${people} (?:going )?(?:from|in|of|out of|leaving) `,
      `(?: mostly| mainly)? ${going}(?: to)?`,
    ),
  },
  {
    to: 'from',
    pattern: start(
      `${rank}destinations(?: of| for)?(?: trips| journeys| people)?(?: from| of| for| leaving)? `,
    ),
  },
];

function start(before: string, after = ''): RegExp {
  return new RegExp(
    `^${before}(?<place>[^?]+?)${after === '' ? '' : `${after}(?= |[?.!,]|$)`}(?<rest>[?.!, ].*)?$`,
    'i',
  );
}

/** The same question, with "where do people in Leeds go" and the like said as "flows from Leeds". */
export function asFlows(text: string): string {
  if (!/^(?:where|who)\b|\b(?:destinations|origins)\b/i.test(text)) return text;
  for (const { pattern, to } of forms) {
    const { place, rest = '' } = pattern.exec(text)?.groups ?? {};
    if (place !== undefined) return `flows ${to} ${place}${rest}`;
  }
  return text;
}
