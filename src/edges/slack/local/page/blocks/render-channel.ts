import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';

/** A channel as a link to it; one that the reader does not see is neither named nor linked. */
export function renderChannel(id: string, { channelName, channelUrl }: BlockContext): Html {
  const name = channelName(id);
  return name === undefined
    ? markup`<span class="channel">private channel</span>`
    : markup`<a class="channel" href="${channelUrl(id)}">#${name}</a>`;
}
