import type { KnownBlock } from '@slack/types';
import { no, noFor, type Answer } from './method.ts';
import { findBadFiles } from './shown-files.ts';
import { validateBlocks, validateMessage } from './validate-blocks.ts';
import type { World } from './world.ts';

/** The words and blocks of a message that has passed every check. */
export type Content = { readonly text: string; readonly blocks: readonly KnownBlock[] };

/** The content of a message, or Slack's refusal of it. Absent blocks are none. */
export function checkMessage(
  world: World,
  { text, blocks = [] }: { readonly text?: unknown; readonly blocks?: unknown },
): Content | Answer {
  if (typeof text !== 'string' || text.trim() === '') return no('no_text');
  if (text.length > 4000) return no('msg_too_long');
  if (!Array.isArray(blocks)) return no('invalid_blocks_format');
  const wrongWords = validateMessage({ text });
  if (wrongWords.length > 0) return noFor('invalid_arguments', wrongWords);
  const wrong = [...validateBlocks(blocks), ...findBadFiles(world, blocks, '/blocks')];
  if (
    wrong.length > 0 &&
    wrong.every((each) => each.includes('all text') || each.includes('outside tables'))
  )
    return no('msg_blocks_too_long');
  if (wrong.length > 0) return noFor('invalid_blocks', wrong);
  // Validated: what the schema lets through is a list of Slack's own blocks.
  return { text, blocks: blocks as readonly KnownBlock[] };
}
