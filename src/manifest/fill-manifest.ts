import { isScalar, parseDocument, visit } from 'yaml';

/** How Slack is to reach the bot: under an address, or over Socket Mode. */
export type Reach =
  | { readonly kind: 'url'; readonly requestUrl: string }
  | { readonly kind: 'socket' };

const placeholder = 'https://mobility.invalid/slack/events';

/** The text of the manifest with every request URL filled in, or taken out for Socket Mode; its comments stay. */
export function fillManifest(text: string, reach: Reach): string {
  const document = parseDocument(text);
  visit(document, {
    Pair: (_, pair) => {
      if (!isScalar(pair.value) || pair.value.value !== placeholder) return undefined;
      if (reach.kind === 'socket') return visit.REMOVE;
      pair.value.value = reach.requestUrl;
      return undefined;
    },
  });
  document.setIn(['settings', 'socket_mode_enabled'], reach.kind === 'socket');
  return document.toString({ lineWidth: 0 });
}
