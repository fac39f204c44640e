import type { KnownBlock } from '@slack/types';
import type { BlockContext } from '#src/edges/slack/local/page/blocks/block-context.ts';
import { renderBlocks } from '#src/edges/slack/local/page/blocks/render-blocks.ts';
import { readHtml, type Element } from './read-html.ts';

/** Sees every channel but C0UNSEEN. */
export const context: BlockContext = {
  fileUrl: (file) => `/files/${file}`,
  channelName: (id) => (id === 'C0UNSEEN' ? undefined : `channel-${id.toLowerCase()}`),
  channelUrl: (id) => `/channels/${id}`,
};

/** Blocks as the page shows them, read back. */
export const rendered = (...blocks: readonly KnownBlock[]): Element =>
  readHtml(renderBlocks(blocks, context).html);
